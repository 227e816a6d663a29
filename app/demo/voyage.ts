import * as apply from "./apply.ts";
import { Desk } from "./desk.ts";
import { inquire, type Wishes } from "./inquire.ts";
import { Mailbox } from "./mailbox.ts";
import type { DemoMerchant } from "./merchants.ts";
import { goLive, testChannels } from "./open-channels.ts";
import { accept, propose } from "./propose.ts";
import * as review from "./review.ts";
import type { Step } from "./step.ts";
import { until } from "./until.ts";
import { Visitor } from "./visitor.ts";

/** A merchant on its way from the first question to an opened service, and the house's people on the other side. */
export class Voyage {
  readonly merchant: DemoMerchant;
  readonly visitor: Visitor;
  readonly desk: Desk;
  readonly mailbox: Mailbox;
  private known: string | null = null;

  /** @param desk shared by several voyages, so that nobody of the house signs in twice */
  constructor(base: string, merchant: DemoMerchant, desk = new Desk(base)) {
    this.merchant = merchant;
    this.visitor = new Visitor(base);
    this.desk = desk;
    this.mailbox = new Mailbox(base);
  }

  get caseId(): string {
    if (!this.known) throw new Error("there is no case yet: nobody has inquired");
    return this.known;
  }

  whereIsIt(): Promise<{ phase: string; words: string }> {
    return review.whereIs(this.desk, this.caseId);
  }

  inquiry(wishes?: Wishes): Step[] {
    return [
      {
        name: "A visitor inquires and confirms the mailed code",
        act: async () => {
          [this.known = null] = await inquire(this.visitor, this.mailbox, this.merchant, wishes);
          return this.caseId;
        },
      },
    ];
  }

  proposal(): Step[] {
    return [
      this.by("advisor", "The advisor takes the case and sends the proposal", propose),
      this.own("The merchant accepts it", accept),
    ];
  }

  documents(): Step[] {
    return [
      this.own("The merchant says what kind of business it is", apply.describe),
      this.own("… fills in the business", apply.fillInBusiness),
      this.own("… names the people behind it", apply.namePeople),
      this.own("… gives the settlement account", apply.giveAccount),
      {
        name: "… hands in the papers",
        act: async () => {
          const today = new Date().toISOString().slice(0, 10);
          return `${(await apply.handInPapers(this.visitor, this.caseId, today)).length} papers`;
        },
      },
      this.own("… asks for the review", apply.submitKyc),
    ];
  }

  contract(): Step[] {
    return [
      this.own("The contract is drawn up, and the merchant signs", apply.signContract),
      this.by("approver", "The approver countersigns", review.countersign),
    ];
  }

  site(): Step[] {
    return [
      this.own("The shop is visited, and the report handed in", apply.checkSite),
      this.by("reviewer", "The reviewer confirms the site", review.confirmSite),
    ];
  }

  approval(): Step[] {
    return [
      {
        name: "The reviewer accepts each document",
        act: async () => {
          const accepted = await review.acceptEverything(await this.desk.of("reviewer"), this.caseId);
          return `${accepted.length} items`;
        },
      },
      this.by("reviewer", "The reviewer recommends", review.recommend),
      this.by("approver", "The approver approves", review.approve),
    ];
  }

  channels(): Step[] {
    return [...testChannels(this), ...goLive(this)];
  }

  everything(wishes?: Wishes): Step[] {
    return [
      ...this.inquiry(wishes),
      ...this.proposal(),
      ...this.documents(),
      ...this.contract(),
      ...this.site(),
      ...this.approval(),
      ...this.channels(),
    ];
  }

  /** Waits until the case has got there, which jobs may still have to bring it. */
  reaches(phase: string): Promise<true> {
    return until(`the case to be ${phase}`, async () => (await this.whereIsIt()).phase === phase || null);
  }

  private own(name: string, act: (who: Visitor, caseId: string, merchant: DemoMerchant) => Promise<unknown>): Step {
    return { name, act: async () => void (await act(this.visitor, this.caseId, this.merchant)) };
  }

  private by(who: string, name: string, act: (who: Visitor, caseId: string) => Promise<unknown>): Step {
    return { name, act: async () => void (await act(await this.desk.of(who), this.caseId)) };
  }
}
