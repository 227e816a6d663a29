import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { Lang } from "#app/i18n/words.ts";
import { formatDay } from "#app/ui/format/time.ts";
import { adviceWords } from "./advice-words.ts";
import type { CostRow, ProposalView } from "./view.server.ts";
import { words } from "./words.ts";

/** All that the paper says; nothing of it is looked up while it is drawn. */
export interface PaperBody {
  lang: Lang;
  publicId: string;
  merchant: string;
  advisor: string;
  version: number;
  /** Days, YYYY-MM-DD. */
  sentOn: string;
  validUntilOn: string;
  message: string;
  view: ProposalView;
}

const css = StyleSheet.create({
  page: {
    fontFamily: "Pretendard",
    fontSize: 9.5,
    lineHeight: 1.55,
    paddingVertical: 52,
    paddingHorizontal: 48,
    color: "#16211f",
  },
  title: { fontSize: 18, fontWeight: 600, marginBottom: 6 },
  sub: { color: "#51605c", marginBottom: 14 },
  heading: { fontSize: 12, fontWeight: 600, marginTop: 16, marginBottom: 5 },
  small: { fontSize: 8.5, color: "#51605c" },
  row: { flexDirection: "row", borderBottom: "0.5pt solid #d9dfdc", paddingVertical: 3.5 },
  label: { width: 90, color: "#51605c" },
  grow: { flex: 1, paddingRight: 8 },
  card: { borderBottom: "0.5pt solid #d9dfdc", paddingVertical: 7 },
  strong: { fontWeight: 600 },
  amount: { width: 86, textAlign: "right" },
  instead: { width: 258, textAlign: "right", color: "#51605c" },
  method: { flexDirection: "row", marginTop: 2 },
  foot: {
    position: "absolute",
    bottom: 24,
    left: 48,
    right: 48,
    fontSize: 8,
    color: "#51605c",
    flexDirection: "row",
    justifyContent: "space-between",
  },
});

const Fact = ({ label, value }: { label: string; value: string }) => (
  <View style={css.row} wrap={false}>
    <Text style={css.label}>{label}</Text>
    <Text style={css.grow}>{value}</Text>
  </View>
);

/** The proposal as a paper: for whoever decides without an account. */
export function ProposalPaper({ body }: { body: PaperBody }) {
  const { lang, view } = body;
  const w = words[lang];
  const on = new Date(`${body.sentOn}T00:00:00Z`);
  return (
    <Document title={`${w.pdf.title} ${body.publicId}`} author="Gangway" creationDate={on} modificationDate={on}>
      <Page size="A4" style={css.page}>
        <Text style={css.title}>{w.pdf.title}</Text>
        <Text style={css.sub}>{`${body.publicId} · ${w.version(body.version)}`}</Text>
        <Fact label={w.pdf.to} value={body.merchant} />
        <Fact label={w.pdf.from} value={body.advisor ? `Gangway · ${body.advisor}` : "Gangway"} />
        <Fact label={w.desk.sentAt} value={formatDay(body.sentOn, lang)} />
        <Fact label={w.merchant.validUntil} value={formatDay(body.validUntilOn, lang)} />
        {body.message ? <Text style={{ marginTop: 12 }}>{body.message}</Text> : null}

        <Text style={css.heading}>{view.track.name}</Text>
        <Text>{view.track.about}</Text>
        {view.signals.map(({ text }) => (
          <Text key={text} style={css.small}>{`· ${text}`}</Text>
        ))}

        <Text style={css.heading}>{w.line.heading}</Text>
        {view.opening ? <Text style={css.small}>{`${w.line.opening}: ${view.opening}`}</Text> : null}
        {view.lines.map((line) => (
          <View key={line.key} style={css.card} wrap={false}>
            <Text style={css.strong}>{`${line.channel} · ${line.country} · ${line.currency}`}</Text>
            {line.methods.map((method) => (
              <View key={method.key} style={css.method}>
                <Text style={css.grow}>{`${method.name} (${method.key})`}</Text>
                <Text>{method.price}</Text>
              </View>
            ))}
            {line.quoteNote ? <Text style={css.small}>{line.quoteNote}</Text> : null}
            <Text style={css.small}>
              {`${w.line.opening} ${line.opening} · ${w.line.settlement} ${line.settlement} · ${w.line.reserve} ${line.reserve}`}
            </Text>
            {line.reasons.map(({ text }) => (
              <Text key={text} style={css.small}>{`· ${text}`}</Text>
            ))}
          </View>
        ))}
        {view.open.length > 0 ? <Text style={css.heading}>{w.line.open}</Text> : null}
        {view.open.map(({ way, why }) => (
          <Text key={way}>{`${way}: ${why}`}</Text>
        ))}
        <Costs view={view} lang={lang} />
        {view.whatIf.length > 0 ? <Text style={css.heading}>{w.line.whatIf}</Text> : null}
        {view.whatIf.map(({ text }) => (
          <Text key={text}>{`· ${text}`}</Text>
        ))}
        <View style={css.foot} fixed>
          <Text>{body.publicId}</Text>
          <Text render={({ pageNumber, totalPages }) => w.pdf.page(pageNumber, totalPages)} />
        </View>
      </Page>
    </Document>
  );
}

function Costs({ view, lang }: { view: ProposalView; lang: Lang }) {
  const w = words[lang].fees;
  const { costs } = view;
  if (!costs) return null;
  const row = (label: string, amounts: readonly (string | null)[], isStrong = false, instead: string | null = null) => (
    <View key={label} style={css.row} wrap={false}>
      <Text style={isStrong ? [css.grow, css.strong] : css.grow}>{label}</Text>
      {instead === null ? (
        amounts.map((amount, place) => (
          <Text key={`${label}/${costs.volumes[place]}`} style={isStrong ? [css.amount, css.strong] : css.amount}>
            {amount ?? adviceWords[lang].byPsp}
          </Text>
        ))
      ) : (
        <Text style={css.instead}>{instead}</Text>
      )}
    </View>
  );
  const labelled = ({ label, note }: CostRow) => (note ? `${label} (${note})` : label);
  return (
    <View>
      <Text style={css.heading}>{w.heading}</Text>
      {row(
        w.item,
        costs.volumes.map((volume) => w.at(volume)),
      )}
      {costs.rows.map((line) => row(labelled(line), line.amounts, false, line.instead))}
      {costs.hasSum ? row(w.known, costs.known, true) : null}
      {costs.hasSum ? row(costs.vat.label, costs.vat.amounts) : null}
      {costs.hasSum ? row(costs.totalLabel, costs.total, true) : null}
      {costs.setup.length > 0 ? row(w.once, [], true) : null}
      {costs.setup.map((line) => row(labelled(line), line.amounts, false, line.instead))}
      {costs.unpriced[1] ? <Text>{w.unpriced(costs.unpriced[1])}</Text> : null}
      <Text style={css.small}>{w.indicative(view.ratesOn)}</Text>
    </View>
  );
}
