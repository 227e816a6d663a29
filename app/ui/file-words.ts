import { defineWords } from "../i18n/words.ts";

/** What the place for a file says. */
export const words = defineWords({
  ko: {
    file: {
      choose: "파일 고르기",
      drop: "또는 여기에 끌어다 놓기",
      upload: "올리기",
      uploading: (name: string) => `${name} 올리는 중`,
      done: (name: string) => `${name} 올렸어요`,
      tooBig: (max: string) => `파일이 너무 커요. ${max}까지 올릴 수 있어요.`,
      wrongType: (types: string) => `이 형식은 받을 수 없어요. ${types} 파일로 올려 주세요.`,
      failed: "파일을 보내지 못했어요. 올린 것은 없으니 연결을 확인하고 다시 골라 주세요.",
      stop: "올리기 멈추기",
      upTo: (types: string, max: string) => `${types}, ${max}까지`,
    },
  },
  en: {
    file: {
      choose: "Choose a file",
      drop: "or drop it here",
      upload: "Upload",
      uploading: (name: string) => `Uploading ${name}`,
      done: (name: string) => `${name} is uploaded`,
      tooBig: (max: string) => `This file is too large. Up to ${max} can be uploaded.`,
      wrongType: (types: string) => `We cannot take this kind of file. Please upload ${types}.`,
      failed: "The file could not be sent. Nothing was stored: check the connection and choose it again.",
      stop: "Stop the upload",
      upTo: (types: string, max: string) => `${types}, up to ${max}`,
    },
  },
});
