import type { LoaderFunctionArgs } from "@remix-run/node";
import { whoseKey } from "#app/psp/index.server.ts";

export const loader = ({ request, context: { platform } }: LoaderFunctionArgs) => whoseKey(platform, request);
