import { z } from "zod";

/** Every paper a merchant may be asked for. Stored with files and in the log: add, never rename. */
export const documentKinds = [
  // who the merchant is
  "businessRegistration",
  "uniqueNumberCertificate",
  "registerExtract",
  "incorporationCertificate",
  "incumbencyCertificate",
  "registeredAddressProof",
  "taxRegistration",
  "articles",
  "establishmentPermit",
  "englishTranslation",
  // who stands behind it
  "representativeId",
  "directorId",
  "ownerId",
  "personAddressProof",
  "shareholderRegister",
  "memberRegister",
  "ownershipChart",
  "customerConfirmation",
  "agentId",
  "powerOfAttorney",
  // seals and contracts
  "personalSealCertificate",
  "corporateSealCertificate",
  "workingSealStatement",
  "pspContract",
  "guaranteeInsurance",
  "existingTerms",
  // where the money goes
  "bankbookCopy",
  "bankLetter",
  // how it sells
  "mailOrderReport",
  "purchaseSafetyCertificate",
  "paymentPathCapture",
  "salesEvidence",
  // licences
  "alcoholManufacturingLicence",
  "alcoholMailOrderApproval",
  "alcoholPickupPermission",
  "designatedDonationBody",
  "voucherTaxOrConsignment",
  "voucherIssuerRegister",
  "voucherSample",
  "gymOperationCertificate",
  "leaseContract",
  "buildingRegister",
  "travelRegistration",
  "carRentalRegistration",
  "schoolRegistration",
  "professionalLicence",
  "electronicFinanceRegistration",
  "foodSalesPermission",
] as const;

export const DocumentKind = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof DocumentKind>;

export const isDocumentKind = (text: string): text is DocumentKind =>
  (documentKinds as readonly string[]).includes(text);
