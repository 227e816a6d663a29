import { readToken } from "#app/platform/gateway/jwt.ts";
import { CLIENT_KEY_HEADER } from "#app/platform/gateway/wire.ts";
import { bearerOf } from "#app/platform/http/request-text.server.ts";
import { type Account, accountOf, type Parts } from "../account.server.ts";
import { ApiProblem } from "./answers.server.ts";

/**
 * Who asks, by client key and a token signed with the secret.
 *
 * @throws ApiProblem 401 with the reason; an unknown key and a forged token are the same answer
 */
export async function askerOf(platform: Parts, request: Request): Promise<Account> {
  const clientKey = request.headers.get(CLIENT_KEY_HEADER);
  const token = bearerOf(request);
  if (!clientKey || !token) {
    throw new ApiProblem(401, "CREDENTIALS_MISSING", `Send ${CLIENT_KEY_HEADER} and Authorization: Bearer <token>.`);
  }
  const account = await accountOf(platform, clientKey);
  const refused = new ApiProblem(401, "CREDENTIALS_REFUSED", "The token was not signed with this key's secret.");
  if (!account || account.isRetired) throw refused;
  const { claims, problem } = readToken(token, account.secret, Math.floor(platform.now().getTime() / 1000));
  if (problem === "expired" || problem === "notYet") {
    throw new ApiProblem(
      401,
      "TOKEN_EXPIRED",
      "The token's time is over, or has not come: look at iat, exp and your clock.",
    );
  }
  if (claims?.sub !== clientKey) throw refused;
  return account;
}
