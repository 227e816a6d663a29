import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { Lang } from "#app/i18n/words.ts";
import type { ContractBody, Signature } from "./body.ts";
import { TERMS, terms } from "./terms.ts";

const words = {
  ko: {
    title: "해외 결제 연동 서비스 이용계약서",
    between: "당사자",
    merchant: "고객사",
    company: "회사",
    number: "등록번호",
    address: "주소",
    site: "사이트",
    schedule: "별지: 결제 채널",
    channel: "채널",
    country: "국가",
    currency: "통화",
    methods: "결제수단",
    made: "작성일",
    edition: "약관 판",
    signatures: "서명",
    side: { merchant: "고객사", gangway: "회사 (Gangway)" },
    name: "서명자",
    position: "직위",
    at: "서명 시각",
    hash: "서명한 문서의 SHA-256",
  },
  en: {
    title: "Service contract for overseas payment integration",
    between: "Parties",
    merchant: "Merchant",
    company: "Company",
    number: "Registration number",
    address: "Address",
    site: "Site",
    schedule: "Schedule: payment channels",
    channel: "Channel",
    country: "Country",
    currency: "Currency",
    methods: "Methods",
    made: "Made on",
    edition: "Edition of terms",
    signatures: "Signatures",
    side: { merchant: "Merchant", gangway: "Company (Gangway)" },
    name: "Signed by",
    position: "Position",
    at: "Signed at",
    hash: "SHA-256 of the signed document",
  },
} satisfies Record<Lang, object>;

const css = StyleSheet.create({
  page: { fontFamily: "Pretendard", fontSize: 9.5, lineHeight: 1.6, padding: 56, color: "#16211f" },
  title: { fontSize: 17, fontWeight: 600, marginBottom: 20 },
  heading: { fontSize: 11, fontWeight: 600, marginTop: 14, marginBottom: 4 },
  row: { flexDirection: "row", borderBottom: "0.5pt solid #d9dfdc", paddingVertical: 4 },
  label: { width: 110, color: "#51605c" },
  value: { flex: 1 },
  foot: {
    position: "absolute",
    bottom: 28,
    left: 56,
    right: 56,
    fontSize: 8,
    color: "#51605c",
    flexDirection: "row",
    justifyContent: "space-between",
  },
});

const Row = ({ label, value }: { label: string; value: string }) => (
  <View style={css.row} wrap={false}>
    <Text style={css.label}>{label}</Text>
    <Text style={css.value}>{value}</Text>
  </View>
);

const Foot = ({ body }: { body: ContractBody }) => (
  <View style={css.foot} fixed>
    <Text>{body.publicId}</Text>
    <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
  </View>
);

/** The contract as it is issued, before anybody has signed. */
export function ContractPaper({ body }: { body: ContractBody }) {
  const w = words[body.lang];
  return (
    <Document
      title={`${w.title} ${body.publicId}`}
      author="Gangway"
      creationDate={new Date(`${body.madeOn}T00:00:00Z`)}
      modificationDate={new Date(`${body.madeOn}T00:00:00Z`)}
    >
      <Page size="A4" style={css.page}>
        <Text style={css.title}>{w.title}</Text>
        <Text style={css.heading}>{w.between}</Text>
        <Row label={w.merchant} value={body.merchant.legalName} />
        {body.merchant.numbers.map((number) => (
          <Row key={number} label={w.number} value={number} />
        ))}
        <Row label={w.address} value={body.merchant.address} />
        <Row label={w.site} value={body.merchant.website} />
        <Row label={w.company} value="Gangway" />
        <Row label={w.made} value={body.madeOn} />
        <Row label={w.edition} value={TERMS} />
        {terms[body.lang].map(({ title, paragraphs }) => (
          <View key={title} wrap={false}>
            <Text style={css.heading}>{title}</Text>
            {paragraphs.map((paragraph) => (
              <Text key={paragraph}>{paragraph}</Text>
            ))}
          </View>
        ))}
        <Text style={css.heading}>{w.schedule}</Text>
        {body.lines.map((line) => (
          <View key={`${line.channel}${line.country}${line.currency}`} style={{ marginBottom: 6 }} wrap={false}>
            <Row label={w.channel} value={line.channel} />
            <Row label={w.country} value={line.country} />
            <Row label={w.currency} value={line.currency} />
            <Row label={w.methods} value={line.methods.join(", ")} />
          </View>
        ))}
        <Foot body={body} />
      </Page>
    </Document>
  );
}

/** The page behind a signed contract: who put which name under which file, and when. */
export function SignaturePaper({ body, signatures }: { body: ContractBody; signatures: Signature[] }) {
  const w = words[body.lang];
  return (
    <Document>
      <Page size="A4" style={css.page}>
        <Text style={css.title}>{w.signatures}</Text>
        {signatures.map((signature) => (
          <View key={signature.side} style={{ marginBottom: 20 }} wrap={false}>
            <Text style={css.heading}>{w.side[signature.side]}</Text>
            <Row label={w.name} value={signature.name} />
            <Row label={w.position} value={signature.title} />
            <Row label={w.at} value={signature.signedAt} />
            <Row label={w.hash} value={signature.sha256} />
          </View>
        ))}
      </Page>
    </Document>
  );
}
