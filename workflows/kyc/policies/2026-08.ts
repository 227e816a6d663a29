import type { Clause, DocumentRule, KycPolicy } from "../policy.ts";
import type { Industry, PersonRole } from "../profile.ts";

const koreanCompany: Clause = { applicantType: ["krCorporation"] };
const proprietor: Clause = { applicantType: ["krSoleProprietor"] };
const foreign: Clause = { applicantType: ["foreignCorporation"] };
const nonProfit: Clause = { applicantType: ["nonProfit"] };
const koreanNonProfit: Clause = { ...nonProfit, home: ["korea"] };
const registeredNonProfit: Clause = { ...koreanNonProfit, incorporated: ["yes"] };
const byAgent = (who: Clause): Clause => ({ ...who, signer: ["agent"] });

type Details = Partial<Omit<DocumentRule, "document" | "purposes" | "when">>;

const paper = (
  document: DocumentRule["document"],
  purposes: DocumentRule["purposes"],
  when: Clause[],
  details: Details = {},
): DocumentRule => ({
  document,
  purposes,
  when,
  duty: "required",
  each: [],
  unless: [],
  copies: 1,
  original: false,
  maxAgeMonths: null,
  expires: false,
  ...details,
});

const threeMonths = { maxAgeMonths: 3 };
/** Handed in as a scan first; the paper itself follows by registered post. */
const freshOriginal = { original: true, maxAgeMonths: 3 };
const each = (...roles: PersonRole[]): Details => ({ each: roles });
const licence = (document: DocumentRule["document"], industry: Industry, more: Clause = {}, details: Details = {}) =>
  paper(document, ["kyc", "contract"], [{ industry: [industry], ...more }], { expires: true, ...details });

// One PSP under two keys: set up in the Global console, or in the Korean one.
const JAPANESE_CARDS = ["INICIS", "INICIS_JP"];

/**
 * The papers of summer 2026: what Korean PGs ask of Korean companies, sole proprietors and non-profits, and what PSPs abroad
 * commonly ask of everybody else (no Korean source lists papers for a foreign corporation).
 */
export const policy202608: KycPolicy = {
  version: "2026-08",
  validFrom: "2026-08-01",
  ownerThresholdPercent: 25,
  lookThroughSteps: 2,
  warnAfterDays: 60,
  data: [
    { data: "business", purposes: ["kyc", "contract"], when: [] },
    { data: "people", purposes: ["kyc"], when: [] },
    { data: "settlementAccount", purposes: ["settlement"], when: [] },
  ],
  documents: [
    // who the merchant is
    paper("businessRegistration", ["kyc", "contract"], [koreanCompany, proprietor, registeredNonProfit]),
    paper("uniqueNumberCertificate", ["kyc", "contract"], [{ ...koreanNonProfit, incorporated: ["no"] }]),
    paper("registerExtract", ["kyc", "contract"], [koreanCompany, registeredNonProfit], freshOriginal),
    paper("incorporationCertificate", ["kyc", "contract"], [foreign, { ...nonProfit, home: ["abroad"] }], threeMonths),
    paper("incumbencyCertificate", ["kyc"], [foreign], threeMonths),
    paper("registeredAddressProof", ["kyc"], [foreign], threeMonths),
    paper("taxRegistration", ["kyc"], [foreign]),
    paper("establishmentPermit", ["kyc"], [koreanNonProfit]),
    paper("articles", ["kyc"], [foreign, nonProfit]),
    paper("articles", ["kyc"], [koreanCompany], { duty: "onRequest" }),
    paper("englishTranslation", ["kyc"], [{ language: ["other"] }]),
    paper("englishTranslation", ["kyc"], [{ language: ["ko"] }], { duty: "onRequest" }),

    // who stands behind it
    paper("representativeId", ["kyc"], [], { ...each("representative"), expires: true }),
    paper("directorId", ["kyc"], [foreign], { ...each("director"), unless: ["representative"], expires: true }),
    paper("ownerId", ["kyc"], [foreign], { ...each("owner"), unless: ["representative", "director"], expires: true }),
    paper("personAddressProof", ["kyc"], [foreign], { ...each("director", "owner"), ...threeMonths }),
    paper("shareholderRegister", ["kyc"], [{ ...koreanCompany, ownership: ["direct", "layered"] }]),
    paper("memberRegister", ["kyc"], [{ ...foreign, ownership: ["direct", "layered"] }, nonProfit]),
    paper("ownershipChart", ["kyc"], [{ ownership: ["layered"] }]),
    paper("customerConfirmation", ["kyc"], [koreanCompany, proprietor, koreanNonProfit]),
    paper("customerConfirmation", ["kyc"], [byAgent(proprietor)], each("agent")),
    paper("powerOfAttorney", ["contract"], [{ signer: ["agent"] }], { original: true }),
    paper("agentId", ["contract"], [{ signer: ["agent"] }], { ...each("agent"), expires: true }),

    // seals and contracts
    paper("personalSealCertificate", ["contract"], [proprietor], { ...each("representative"), ...freshOriginal }),
    paper(
      "corporateSealCertificate",
      ["contract"],
      [
        { ...koreanCompany, joint: ["no"] },
        { ...registeredNonProfit, joint: ["no"] },
      ],
      freshOriginal,
    ),
    // Joint representatives each have a registered seal, and a certificate of it.
    paper(
      "corporateSealCertificate",
      ["contract"],
      [
        { ...koreanCompany, joint: ["yes"] },
        { ...registeredNonProfit, joint: ["yes"] },
      ],
      { ...each("representative"), ...freshOriginal },
    ),
    paper(
      "workingSealStatement",
      ["contract"],
      [
        { ...koreanCompany, seal: ["working"] },
        { ...registeredNonProfit, seal: ["working"] },
      ],
      { original: true },
    ),
    paper("pspContract", ["contract"], [], { duty: "later", copies: 2, original: true }),
    paper("guaranteeInsurance", ["contract"], [{ insurance: ["yes"], home: ["korea"] }], {
      duty: "later",
      expires: true,
    }),
    paper("existingTerms", ["contract"], [{ bringsTerms: ["yes"] }]),

    // where the money goes
    paper("bankbookCopy", ["settlement"], [{ account: ["korea"] }]),
    paper("bankLetter", ["settlement"], [{ account: ["abroad"] }], threeMonths),

    // how it sells
    paper("mailOrderReport", ["kyc", "contract"], [{ home: ["korea"], mailOrder: ["reported"] }]),
    paper("purchaseSafetyCertificate", ["contract"], [{ home: ["korea"], mailOrder: ["reported"] }], { duty: "later" }),
    paper("paymentPathCapture", ["kyc", "contract"], [{ channel: ["KICC_V2"] }, { sellsThrough: ["unlistedApp"] }]),
    paper("salesEvidence", ["kyc"], [{ channel: ["PAYMENTWALL", "PAYMENTWALL_KR"] }]),

    // licences
    licence("alcoholManufacturingLicence", "alcoholTraditional"),
    licence("alcoholMailOrderApproval", "alcoholTraditional"),
    licence("alcoholPickupPermission", "alcoholPickup"),
    licence("designatedDonationBody", "donation", { home: ["korea"] }),
    licence("voucherTaxOrConsignment", "mobileVoucher", {}, { expires: false }),
    licence("voucherIssuerRegister", "mobileVoucher", {}, { expires: false }),
    licence("voucherSample", "mobileVoucher", {}, { expires: false }),
    licence("gymOperationCertificate", "gym"),
    licence("leaseContract", "sharedOffice"),
    licence("buildingRegister", "sharedOffice", {}, { expires: false }),
    licence("travelRegistration", "travel"),
    licence("carRentalRegistration", "carRental"),
    licence("schoolRegistration", "education"),
    licence("professionalLicence", "consulting"),
    licence("electronicFinanceRegistration", "marketplace", { home: ["korea"] }),
    licence("foodSalesPermission", "fishOrMeat", { channel: JAPANESE_CARDS }),
  ],
  site: [
    { site: "adultVerification", when: [{ industry: ["alcoholTraditional", "alcoholPickup"] }] },
    { site: "jpLiquorLicenceNumber", when: [{ industry: ["alcoholJapan"], channel: JAPANESE_CARDS }] },
    { site: "jpTravelTerms", when: [{ industry: ["travel"], channel: JAPANESE_CARDS }] },
    { site: "jpMedicalDeviceLicence", when: [{ industry: ["medicalDevices"], channel: JAPANESE_CARDS }] },
    { site: "jpIngredientsAndNotices", when: [{ industry: ["cosmeticsOrHealthFood"], channel: JAPANESE_CARDS }] },
    { site: "jpAntiqueDealerNumber", when: [{ industry: ["usedGoods"], channel: JAPANESE_CARDS }] },
    { site: "jpDeliveryDate", when: [{ industry: ["madeToOrder"], channel: JAPANESE_CARDS }] },
    { site: "jpParticipantScreening", when: [{ industry: ["matchmaking"], channel: JAPANESE_CARDS }] },
    { site: "mailOrderNumber", when: [{ home: ["korea"], mailOrder: ["reported"] }] },
  ],
};
