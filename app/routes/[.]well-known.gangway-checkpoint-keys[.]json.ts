import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicKeys } from "#app/audit/index.server.ts";

/** The public halves of the keys that sign exported cases, for whoever checks one by a program of their own. */
export const loader = ({ context: { platform } }: LoaderFunctionArgs) =>
  Response.json(
    { keys: publicKeys(platform.config) },
    { headers: { "Cache-Control": "public, max-age=3600", "Access-Control-Allow-Origin": "*" } },
  );
