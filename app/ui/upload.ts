/** What an upload route answers to `Accept: application/json`. `problem` is a message key. */
export type UploadAnswer = { ok: true } | { ok: false; problem: string };

interface Upload {
  action: string;
  fields: Record<string, string>;
  name: string;
  file: File;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/**
 * Posts one file as a form does, and tells how far it is: `fetch` still cannot.
 *
 * @returns null when the connection broke or nobody understandable answered
 */
export function upload({ action, fields, name, file, onProgress, signal }: Upload): Promise<UploadAnswer | null> {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  // The file comes last: a streaming reader then knows everything else before the first byte of it.
  form.append(name, file);

  const request = new XMLHttpRequest();
  return new Promise((answer) => {
    request.open("POST", action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => answer(understood(request.response));
    request.onerror = () => answer(null);
    request.onabort = () => answer(null);
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

const understood = (said: unknown): UploadAnswer | null => {
  if (typeof said !== "object" || said === null || !("ok" in said)) return null;
  if (said.ok === true) return { ok: true };
  return "problem" in said && typeof said.problem === "string" ? { ok: false, problem: said.problem } : null;
};
