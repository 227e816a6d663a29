import { useWords } from "#app/i18n/use-words.ts";
import { Choice } from "#app/ui/choice.tsx";
import type { FieldBinding } from "#app/ui/form/index.ts";
import { staffRoles } from "#workflows/roles.ts";
import { words } from "./account-words.ts";

/** Which roles somebody of the house holds. */
export function RolesChoice(field: FieldBinding) {
  const w = useWords(words).people;
  return (
    <Choice
      legend={w.rolesLabel}
      type="checkbox"
      columns={2}
      options={staffRoles.map((role) => ({ value: role, label: w.roles[role], hint: w.roleHints[role] }))}
      {...field}
    />
  );
}
