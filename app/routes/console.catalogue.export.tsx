import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportEdition } from "#app/catalogue/desk.server.ts";

export const loader = (args: LoaderFunctionArgs) => exportEdition(args);
