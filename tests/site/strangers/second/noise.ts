const stems = [
  "item",
  "thumb",
  "layer",
  "btn",
  "swiper",
  "review",
  "coupon",
  "gnb",
  "option",
  "badge",
  "tab",
  "modal",
  "price",
  "shipping",
  "return",
];

/** Style rules as a theme ships them: `lines` of them, the same for the same seed. */
export const css = (seed: string, lines: number): string =>
  Array.from({ length: lines * 2 }, (_, at) => {
    const stem = stems[(at * 7 + seed.length) % stems.length];
    return `.${seed}-${stem}${at % 4 ? `__${at}` : ""}{display:${at % 3 ? "block" : "flex"};margin:${at % 11}px ${at % 6}px;font:${11 + (at % 6)}px/1.${4 + (at % 5)} sans-serif;color:#${((at * 7919 + seed.length * 37) % 4096).toString(16).padStart(3, "0")}}`;
  }).join("\n");

/** A bundle's words: settings and labels in a script that nobody reads on the page. */
export const js = (seed: string, lines: number): string =>
  Array.from({ length: lines * 2 }, (_, at) => {
    const stem = stems[(at * 5 + seed.length) % stems.length];
    return `window.${seed}=window.${seed}||{};${seed}["${stem}_${at}"]={enabled:${at % 2 === 0},price:${at * 100},currency:"{{currency}}",label:"${stem}.${at % 2 ? "title" : "refund_notice"}",delay:${at * 40}};`;
  }).join("\n");

export const beacon = (id: string): string =>
  `<script>!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.queue.push(arguments)};t=b.createElement(e);t.async=!0;t.src=v}(window,document,'script','https://pixel.example/en_US/fbevents.js');fbq('init','${id}');fbq('track','PageView');</script><noscript><img height="1" width="1" style="display:none" src="https://pixel.example/tr?id=${id}&amp;ev=PageView&amp;noscript=1" alt=""></noscript>`;
