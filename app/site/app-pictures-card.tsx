import { Form } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { FileDrop } from "#app/ui/file-drop.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { Once } from "#app/ui/once.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { AppPictureList } from "./app-picture-list.tsx";
import { type AppPicture, type PictureSubject, pictureSubjects, unseen } from "./app-pictures.ts";
import { goodsOptions } from "./goods-options.ts";
import { words } from "./words.ts";

const KINDS = ["image/png", "image/jpeg"] as const;

interface Props {
  caseId: string;
  pictures: readonly AppPicture[];
  formKey: string;
  /** The goods said last time. */
  goods: string;
  /** Whether pictures may come and go at the moment. */
  canChange: boolean;
  canCheck: boolean;
  /** The shop is known to live in an app: the card stands open. */
  isApp: boolean;
  /** What was wrong with the last try, and where. */
  problem: { shows: string; key: string } | null;
}

/** For shops that no visit reaches: a place for pictures of each condition, and a way to hand them in without a store's page. */
export function AppPicturesCard({ caseId, pictures, formKey, goods, canChange, canCheck, isApp, problem }: Props) {
  const w = useWords(words);
  const lang = useLang();
  const missing = unseen(pictures);
  const isOpen = isApp || pictures.length > 0 || problem !== null;
  const problemOf = (subject: PictureSubject | "all") =>
    problem?.shows === subject ? sentenceOf(problem.key, lang, w.problems) : undefined;
  return (
    <Card title={w.app.title} level={3} id="app">
      <div className="grid gap-4">
        <p className="text-15">{w.app.intro}</p>
        <details open={isOpen}>
          <summary className="min-h-6 cursor-pointer text-15">{w.app.open}</summary>
          <ul className="mt-3 divide-y divide-line border-y border-line">
            {pictureSubjects.map((subject) => {
              const own = pictures.filter(({ shows }) => shows === subject);
              return (
                <li key={subject} id={`app-${subject}`} className="grid scroll-mt-6 gap-3 py-4">
                  <div>
                    <h4 className="text-17 font-semibold">{w.app.subjects[subject]}</h4>
                    <p className="text-15 text-ink-2">{w.app.shows[subject]}</p>
                  </div>
                  {own.length > 0 ? (
                    <AppPictureList
                      pictures={own}
                      at={`/cases/${caseId}/site/picture`}
                      below={({ id, name }) =>
                        canChange ? (
                          <Form method="post" preventScrollReset>
                            <input type="hidden" name="intent" value="removePicture" />
                            <input type="hidden" name="pictureId" value={id} />
                            <Button type="submit" tone="quiet" size="s" aria-label={w.app.removeOf(name)}>
                              {w.app.remove}
                            </Button>
                          </Form>
                        ) : null
                      }
                    />
                  ) : (
                    <p className="text-15 text-ink-2">{w.app.none}</p>
                  )}
                  {canChange ? (
                    <FileDrop
                      // Pictures add up: after each there is room for the next.
                      key={own.length}
                      name="file"
                      id={`file-${subject}`}
                      label={w.app.upload(w.app.subjects[subject])}
                      accept={KINDS}
                      action={`/cases/${caseId}/site/upload`}
                      fields={{ shows: subject, _key: formKey }}
                      problems={w.problems}
                      error={problemOf(subject)}
                    />
                  ) : null}
                </li>
              );
            })}
          </ul>
          {canChange ? null : <p className="mt-3 text-15 text-ink-2">{w.app.frozen}</p>}
          {canCheck && pictures.length > 0 ? (
            <Form method="post" className="mt-4 grid gap-4" preventScrollReset>
              <input type="hidden" name="intent" value="checkPictures" />
              <Once value={formKey} />
              {missing.length > 0 ? (
                <p className="text-15">{w.app.missing(missing.map((name) => w.app.subjects[name]).join(", "))}</p>
              ) : (
                <>
                  <Choice
                    name="goods"
                    id="app-goods"
                    legend={w.ask.goods}
                    columns={3}
                    value={goods}
                    options={goodsOptions(w.ask)}
                  />
                  <div className="flex flex-wrap items-center gap-4">
                    <SubmitButton tone="plain">{w.app.check}</SubmitButton>
                    <span className="text-15 text-ink-2">{w.app.checkHint}</span>
                  </div>
                </>
              )}
              {problemOf("all") ? (
                <p role="alert" className="text-15 text-problem">
                  {problemOf("all")}
                </p>
              ) : null}
            </Form>
          ) : null}
        </details>
      </div>
    </Card>
  );
}
