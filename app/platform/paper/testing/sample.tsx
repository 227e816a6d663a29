import { Document, Page, Text } from "@react-pdf/renderer";

export const Sample = ({ text }: { text: string }) => (
  <Document>
    <Page style={{ fontFamily: "Pretendard" }}>
      <Text>{text}</Text>
    </Page>
  </Document>
);

export function Broken(): never {
  throw new Error("no ink");
}
