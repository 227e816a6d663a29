import { siteRequirements } from "#workflows/site/requirements.ts";
import { isAppStore } from "./notices/test-host.ts";

/** What stands for the address of a shop that lives in an app without a store's page: it is judged by its pictures alone. */
export const APP_PICTURES = "app:pictures";

/** What pictures of an app are asked for: the four conditions, and the company's data as the app shows them. */
export const pictureSubjects = [...siteRequirements, "company"] as const;
export type PictureSubject = (typeof pictureSubjects)[number];

/** Goods and payment are inside an app, where no visit of ours leads. */
export const livesInApp = (origin: string): boolean => origin === APP_PICTURES || isAppStore(origin);

/** A picture as pages know it. */
export interface AppPicture {
  id: string;
  shows: PictureSubject;
  name: string;
  bytes: number;
  width: number;
  height: number;
}

/** Conditions of which no picture is there; the company's data are asked for, not insisted on. */
export const unseen = (pictures: readonly Pick<AppPicture, "shows">[]) =>
  siteRequirements.filter((name) => pictures.every(({ shows }) => shows !== name));
