import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireStaff } from "#app/auth/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { isId } from "#app/platform/ids.ts";
import { parseForm } from "#app/ui/form/index.ts";
import { Catalogue, type Channel, Refund } from "#workflows/catalogue/catalogue.ts";
import { catalogueAt, draftEdition, NotPublished, newestCatalogue, redraft } from "./editions.server.ts";
import { checked } from "./read-edition.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** What a source may leave unsaid: yes, no, or not stated. */
const Tri = z.enum(["yes", "no", ""]);
const triOf = (is: boolean | null): z.infer<typeof Tri> => (is === null ? "" : is ? "yes" : "no");
const boolOf = { yes: true, no: false, "": null } as const;
const Words = z.string().trim().max(2000).default("");
const wordsOf = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

const EditForm = z.object({
  note: z.string().trim().min(1, "note.missing").max(500),
  takesRecurring: Tri.default(""),
  preScreen: Tri.default(""),
  koreanBusinessOnly: Tri.default(""),
  methods: z
    .array(
      z.object({
        key: z.string(),
        isLive: Tri.default(""),
        hasSandbox: Tri.default(""),
        refund: Refund,
        countries: Words,
        currencies: Words,
      }),
    )
    .max(400)
    .default([]),
});
type EditForm = z.infer<typeof EditForm>;

interface Base {
  catalogue: Catalogue;
  note: string;
}

/** What is edited: an own draft, so that several changes go out together, or else the newest edition. */
async function baseOf(args: Args, userId: string, draftId: string | null): Promise<Base> {
  const { pool } = args.context.platform;
  if (draftId === null) return { catalogue: await newestCatalogue(pool), note: "" };
  if (!isId(draftId)) throw new Response(null, { status: 404 });
  const { rows } = await pool.query<{ data: unknown; note: string }>(
    "select data, note from reference_draft where id = $1 and kind = 'catalogue' and drafted_by = $2",
    [draftId, userId],
  );
  if (!rows[0]) throw new Response(null, { status: 404 });
  return { catalogue: Catalogue.parse(rows[0].data), note: rows[0].note };
}

const askedOf = ({ request }: Args) => {
  const asked = new URL(request.url).searchParams;
  return { key: asked.get("channel"), draftId: asked.get("draft") };
};

/** A channel's facts as a form, method by method; without a channel the list to choose from. */
export async function loadEdit(args: Args) {
  const { platform } = args.context;
  const { viewer } = await requireStaff(platform, args.request, "admin", "advisor", "integration");
  const { key, draftId } = askedOf(args);
  await catalogueAt(platform, platform.now());
  const { catalogue, note } = await baseOf(args, viewer.userId, draftId);
  const channel = catalogue.channels.find((one) => one.key === key) ?? null;
  const lang = await langOf(args.request);
  return {
    draftId,
    note,
    channels: catalogue.channels.map(({ key: value, name }) => ({ value, label: `${name} (${value})` })),
    channel: channel && {
      key: channel.key,
      name: channel.name,
      takesRecurring: triOf(channel.takesRecurring),
      preScreen: triOf(channel.preScreen),
      koreanBusinessOnly: triOf(channel.koreanBusinessOnly),
      methods: channel.methods.map((method) => ({
        key: method.key,
        name: method.name[lang],
        isLive: triOf(method.isLive),
        hasSandbox: triOf(method.hasSandbox),
        refund: method.refund,
        countries: method.countries.join(" "),
        currencies: method.currencies?.join(" ") ?? "",
      })),
    },
  };
}

/** The catalogue with one channel's facts as a form has them; what the form does not show stays. */
export function withFacts(catalogue: Catalogue, key: string, form: EditForm): Catalogue {
  const facts = new Map(form.methods.map((method) => [method.key, method]));
  const edited = (channel: Channel): Channel => {
    const methods = channel.methods.map((method) => {
      const said = facts.get(method.key);
      if (!said) return method;
      return {
        ...method,
        isLive: boolOf[said.isLive],
        hasSandbox: boolOf[said.hasSandbox],
        refund: said.refund,
        countries: wordsOf(said.countries),
        currencies: said.currencies === "" ? null : wordsOf(said.currencies),
      };
    });
    return {
      ...channel,
      takesRecurring: boolOf[form.takesRecurring],
      preScreen: boolOf[form.preScreen],
      koreanBusinessOnly: boolOf[form.koreanBusinessOnly],
      // A country that a method sells in is one of its channel.
      countries: [...new Set([...channel.countries, ...methods.flatMap(({ countries }) => countries)])],
      methods,
    };
  };
  return { ...catalogue, channels: catalogue.channels.map((one) => (one.key === key ? edited(one) : one)) };
}

/** Keeps the edit as a draft, or in the draft it was opened from; somebody else publishes it. */
export async function saveEdit(args: Args) {
  const { platform } = args.context;
  const { viewer } = await requireStaff(platform, args.request, "admin", "advisor", "integration");
  const { key, draftId } = askedOf(args);
  const form = parseForm(EditForm, await args.request.formData());
  if (!form.ok) return data({ errors: form.errors as Record<string, string>, problems: [] }, 422);
  const { catalogue } = await baseOf(args, viewer.userId, draftId);
  if (!key || !catalogue.channels.some((one) => one.key === key)) throw new Response(null, { status: 404 });
  const shaped = Catalogue.safeParse(withFacts(catalogue, key, form.value));
  const lang = await langOf(args.request);
  // A word of the wrong form is an unknown one to whoever typed it.
  const read = shaped.success
    ? checked("catalogue", shaped.data, shaped.data, lang)
    : {
        ok: false as const,
        problems: shaped.error.issues.map(({ path, message }) => ({ at: path.slice(-3).join("/"), sentence: message })),
      };
  if (!read.ok) return data({ errors: {} as Record<string, string>, problems: read.problems }, 422);
  try {
    const { note } = form.value;
    const id = draftId
      ? await redraft(platform, { draftId, data: read.data, note, by: viewer.userId })
      : await draftEdition(platform, { kind: "catalogue", data: read.data, note, by: viewer.userId });
    return redirect(`/console/catalogue/${id}`);
  } catch (error) {
    if (error instanceof NotPublished)
      return data({ errors: { "": error.problem } as Record<string, string>, problems: [] }, 409);
    throw error;
  }
}
