import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { noSuchAddress } from "#app/api/index.server.ts";

// A program that mistypes an address gets a problem it can read, not a page.
export const loader = (args: LoaderFunctionArgs) => noSuchAddress(args);
export const action = (args: ActionFunctionArgs) => noSuchAddress(args);
