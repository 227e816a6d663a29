import type { Request, Response } from "express";
import type { Pool } from "pg";

/** The process lives: a machine that gets no answer starts it anew. */
export const healthz = (_request: Request, response: Response): void => {
  response.type("text").send("ok");
};

/** The process may be sent visitors: the database answers within two seconds, and nobody asked to stop. */
export const readyz =
  (pool: Pool, isStopping: () => boolean) =>
  async (_request: Request, response: Response): Promise<void> => {
    const reason = isStopping() ? "stopping" : await databaseProblem(pool);
    response
      .status(reason ? 503 : 200)
      .type("text")
      .send(reason ?? "ok");
  };

async function databaseProblem(pool: Pool): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("the database is slow"), 2_000);
  });
  const asked = pool.query("select 1").then(
    () => null,
    () => "the database does not answer",
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
