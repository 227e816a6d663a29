import { defineWords } from "../../i18n/words.ts";

/** What stands around every page, and what ends one. */
export const words = defineWords({
  ko: {
    shell: {
      skip: "본문으로 건너뛰기",
      signIn: "로그인",
      signOut: "로그아웃",
      account: "내 계정",
      home: "Gangway 첫 화면",
      otherLang: "English",
      switchLang: "언어 바꾸기",
      menu: "메뉴",
      mainNav: "주요 메뉴",
      theme: "화면 밝기",
      themes: { auto: "기기 설정", light: "밝게", dark: "어둡게" },
      search: "찾기·이동",
      keys: "단축키",
      footer: "해외 결제 도입을 문의부터 오픈까지 함께합니다.",
      test: "테스트 모드",
      live: "실운영 모드",
    },
    errors: {
      404: {
        title: "여기에는 아무것도 없어요",
        what: "주소가 바뀌었거나, 이 계정으로는 볼 수 없는 곳이에요.",
        kept: "저장한 내용은 모두 그대로 있어요.",
      },
      403: {
        title: "이 일은 다른 담당자만 할 수 있어요",
        what: "지금 로그인한 계정에는 이 화면을 볼 권한이 없어요.",
        kept: "바뀐 것은 아무것도 없어요.",
      },
      500: {
        title: "저희 쪽에서 멈췄어요",
        what: "요청을 끝내지 못했고, 기록이 저희에게 남았어요.",
        kept: "저장된 내용은 그대로예요. 방금 누른 것은 처리되지 않았을 수 있으니, 다시 열어 확인해 주세요.",
      },
      home: "첫 화면으로",
      retry: "다시 열기",
      reference: "문의하실 때 알려 주세요",
    },
  },
  en: {
    shell: {
      skip: "Skip to the content",
      signIn: "Sign in",
      signOut: "Sign out",
      account: "Your account",
      home: "Gangway, first page",
      otherLang: "한국어",
      switchLang: "Change language",
      menu: "Menu",
      mainNav: "Main",
      theme: "Appearance",
      themes: { auto: "Like the device", light: "Light", dark: "Dark" },
      search: "Find or go to",
      keys: "Shortcuts",
      footer: "From the first question to live payments abroad.",
      test: "Test mode",
      live: "Live mode",
    },
    errors: {
      404: {
        title: "There is nothing here",
        what: "The address has changed, or it belongs to something this account cannot see.",
        kept: "Everything you saved is as it was.",
      },
      403: {
        title: "Somebody else has to do this",
        what: "The account you are signed in with may not see this page.",
        kept: "Nothing has changed.",
      },
      500: {
        title: "We got stuck",
        what: "We could not finish your request, and have a record of why.",
        kept: "Everything saved is as it was. What you just pressed may not have been done: open the page again and look.",
      },
      home: "To the first page",
      retry: "Open again",
      reference: "Tell us this when you ask",
    },
  },
});
