import { useWords } from "../../i18n/use-words.ts";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { DateTime } from "../date-time.tsx";
import { Due } from "../due.tsx";
import { LinkButton } from "../link-button.tsx";
import { Path } from "../path.tsx";
import { MerchantShell } from "../shell/merchant-shell.tsx";
import { Status } from "../status.tsx";
import { exampleSteps, NOW } from "./example.ts";
import { words } from "./words.ts";

/** A merchant's page as it is meant to feel. */
export function MerchantView() {
  const w = useWords(words);
  return (
    <MerchantShell
      title="한빛상사"
      shortId="GW-7K2M"
      wide
      mode="test"
      nav={w.tabs.map((label, n) => ({ to: n ? `/dev/ui/${n}` : "/dev/ui", label }))}
    >
      <h1 className="sr-only">한빛상사</h1>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-8">
          <Card
            tone="act"
            title={w.nextTitle}
            aside={<Status tone="act" />}
            footer={
              <>
                <Due at="2026-11-24T09:00:00Z" now={NOW} /> · <DateTime at="2026-11-24T09:00:00Z" />
              </>
            }
          >
            <p className="mb-4 text-17 text-ink-2">{w.nextText}</p>
            <LinkButton to="." tone="primary" wide>
              {w.save}
            </LinkButton>
          </Card>
          <Path label={w.title} steps={exampleSteps(w)} />
        </div>
        <Card title={w.people} level={3}>
          <DataList
            stacked
            items={[
              { label: w.advisor, value: "김하늘", hint: "haneul@gangway.example" },
              { label: w.reviewer, value: "이도윤" },
              { label: w.contact, value: "박서준", hint: "owner@acme.example" },
            ]}
          />
        </Card>
      </div>
    </MerchantShell>
  );
}
