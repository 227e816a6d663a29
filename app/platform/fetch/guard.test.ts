import { expect, test } from "vitest";
import { guard, portOf } from "./guard.server.ts";
import { Refused } from "./safe-fetch.ts";

/** Names somebody else's resolver would answer with addresses that are not public. */
const zones: Record<string, string[]> = {
  "loop.example.com": ["127.0.0.1"],
  "ten.example.com": ["10.1.2.3"],
  "meta.example.com": ["169.254.169.254"],
  "mixed.example.com": ["93.184.216.34", "192.168.0.10"],
  "mixed6.example.com": ["2606:2800:220:1:248:1893:25c8:1946", "fd00::1"],
  "mapped.example.com": ["::ffff:127.0.0.1"],
  "nat64.example.com": ["64:ff9b::7f00:1"],
  "sixtofour.example.com": ["2002:7f00:1::"],
  "empty.example.com": [],
};

const blocked = [
  // loopback, however it is written
  "http://127.0.0.1/",
  "http://127.1/",
  "http://127.0.1/",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0x7f.0.0.1/",
  "http://0177.0.0.1/",
  "http://017700000001/",
  "http://127.255.255.254/",
  "http://127。0。0。1/",
  "http://127.0.0.1/",
  "http://①②⑦.⓪.⓪.①/",
  "http://0/",
  "http://0.0.0.0/",
  "http://0.1.2.3/",
  "http://localhost/",
  "http://LOCALHOST/",
  "http://localhost./",
  "http://shop.localhost/",
  "http://localhost.localdomain/",
  "http://[::1]/",
  "http://[0:0:0:0:0:0:0:1]/",
  "http://[::]/",
  // private and special IPv4
  "http://10.0.0.1/",
  "http://10.255.255.255/",
  "http://012.0.0.1/",
  "http://172.16.0.1/",
  "http://172.31.255.254/",
  "http://192.168.0.1/",
  "http://192.168.255.255/",
  "http://0xc0a80001/",
  "http://3232235521/",
  "http://100.64.0.1/",
  "http://100.100.100.200/",
  "http://100.127.255.254/",
  "http://169.254.169.254/latest/meta-data/",
  "http://169.254.170.2/",
  "http://2852039166/",
  "http://0xa9fea9fe/",
  "http://0251.0376.0251.0376/",
  "http://168.63.129.16/",
  "http://192.0.0.192/",
  "http://192.0.0.8/",
  "http://192.0.2.1/",
  "http://198.51.100.7/",
  "http://203.0.113.9/",
  "http://198.18.0.1/",
  "http://198.19.255.255/",
  "http://192.88.99.1/",
  "http://192.31.196.1/",
  "http://192.52.193.1/",
  "http://192.175.48.1/",
  "http://224.0.0.1/",
  "http://239.255.255.250/",
  "http://240.0.0.1/",
  "http://255.255.255.255/",
  // special IPv6
  "http://[::ffff:127.0.0.1]/",
  "http://[::ffff:7f00:1]/",
  "http://[::ffff:8.8.8.8]/",
  "http://[::127.0.0.1]/",
  "http://[::ffff:0:127.0.0.1]/",
  "http://[64:ff9b::10.0.0.1]/",
  "http://[64:ff9b::808:808]/",
  "http://[64:ff9b:1::1]/",
  "http://[100::1]/",
  "http://[2001::1]/",
  "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
  "http://[2001:2::1]/",
  "http://[2001:10::1]/",
  "http://[2001:20::1]/",
  "http://[2001:db8::1]/",
  "http://[2002:7f00:1::]/",
  "http://[2002:a9fe:a9fe::]/",
  "http://[3fff::1]/",
  "http://[5f00::1]/",
  "http://[fc00::1]/",
  "http://[fd00:ec2::254]/",
  "http://[fe80::1]/",
  "http://[fe80::1%25eth0]/",
  "http://[fec0::1]/",
  "http://[ff02::1]/",
  "http://[2620:4f:8000::1]/",
  // names that mean inside
  "http://metadata.google.internal/",
  "http://metadata/",
  "http://intranet/",
  "http://printer.local/",
  "http://router.home.arpa/",
  "http://db.corp/",
  "http://shop.test/",
  "http://own.example.com/",
  // not a web address a stranger may give
  "https://user:secret@example.com/",
  "https://user@example.com/",
  "https://example.com:8443/",
  "http://example.com:22/",
  "http://example.com:0/",
  "ftp://example.com/",
  "file:///etc/passwd",
  "gopher://example.com/",
  "data:text/html,hello",
  "javascript:alert(1)",
  "blob:https://example.com/1",
  "//example.com/",
  "http://",
  "http://exa mple.com/",
  "http://256.256.256.256/",
  "http://[::1",
  "",
  // names whose answers are not public
  ...Object.keys(zones).map((host) => `http://${host}/`),
];

const ordinary = [
  ..."naver.com coupang.com kakao.com 11st.co.kr gmarket.co.kr oliveyoung.co.kr musinsa.com kurly.com portone.io toss.im".split(
    " ",
  ),
  ..."rakuten.co.jp yahoo.co.jp mercari.com zozo.jp uniqlo.com line.me pay.jp komoju.com example.jp yodobashi.com".split(
    " ",
  ),
  ..."shopee.vn tiki.vn lazada.vn sendo.vn momo.vn lazada.co.th central.co.th kbank.co.th tokopedia.com bukalapak.com".split(
    " ",
  ),
  ..."momoshop.com.tw pchome.com.tw books.com.tw shopline.tw 91app.com shopify.com amazon.com etsy.com stripe.com paypal.com".split(
    " ",
  ),
  ..."localhost-shop.com internal-affairs.org corporate.com mylocal.shop xn--9d0b37lmycgzaa.kr 한글상점.kr 日本.jp 10.example.com 127.example.com test.co.kr".split(
    " ",
  ),
];

const rule = guard({
  ownHosts: ["own.example.com"],
  resolve: async (host) =>
    zones[host] ?? (host.length % 2 ? ["93.184.216.34"] : ["223.130.192.247", "2606:4700::6810:84e5"]),
});

const decide = async (text: string) => {
  const url = rule.checkUrl(text);
  return rule.addressesOf(url.hostname, portOf(url));
};

test("the corpus is as large as promised", () => {
  expect(new Set(blocked).size).toBeGreaterThanOrEqual(80);
  expect(new Set(ordinary).size).toBe(50);
});

test.each(blocked)("%s is refused", async (url) => {
  await expect(decide(url)).rejects.toBeInstanceOf(Refused);
});

test.each(ordinary)("%s is an ordinary host", async (host) => {
  expect((await decide(`https://${host}/`)).length).toBeGreaterThan(0);
  await expect(decide(`http://${host}:443/shop?a=b`)).resolves.toBeDefined();
});

test("an allow-listed address is that host and port and nothing beside it", async () => {
  const demo = guard({ allow: ["127.0.0.1:4100"] });
  expect(demo.checkUrl("http://127.0.0.1:4100/a").port).toBe("4100");
  expect(await demo.addressesOf("127.0.0.1", 4100)).toEqual(["127.0.0.1"]);
  expect(() => demo.checkUrl("http://127.0.0.1:4101/")).toThrow(Refused);
  expect(() => demo.checkUrl("http://127.0.0.1/")).toThrow(Refused);
  expect(() => demo.checkUrl("http://localhost:4100/")).toThrow(Refused);
  await expect(demo.addressesOf("127.0.0.1", 4101)).rejects.toThrow(Refused);
});

test("a resolver that never answers is a refusal, not a hang", async () => {
  const slow = guard({ resolve: () => Promise.reject(new Error("SERVFAIL")) });
  await expect(slow.addressesOf("example.com", 443)).rejects.toMatchObject({ reason: "unresolvable" });
});
