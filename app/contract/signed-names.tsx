import { useWords } from "#app/i18n/use-words.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import type { ContractView } from "./contracts.server.ts";
import { words } from "./words.ts";

type Shown = Pick<ContractView, "version" | "sha256" | "pages" | "signatures"> & { issuedAt: Date | string };

/** What identifies a contract, and whose names stand under it. */
export function SignedNames({ contract }: { contract: Shown }) {
  const w = useWords(words);
  return (
    <DataList
      items={[
        { label: w.made, value: <DateTime at={contract.issuedAt} format="full" />, hint: w.version(contract.version) },
        { label: w.pages, value: <span className="num">{contract.pages}</span> },
        { label: w.hash, value: <span className="break-all font-mono text-13">{contract.sha256}</span> },
        ...contract.signatures.map(({ side, name, title, signedAt }) => ({
          label: w.signedBy[side],
          value: `${name}, ${title}`,
          hint: <DateTime at={signedAt} format="full" />,
        })),
      ]}
    />
  );
}
