import type { Settings } from '../../shared/ipc';
import { en } from './en';
import { type Messages, zhCN } from './zh-CN';

export type Language = Settings['language'];
export type { Messages };

const all: Readonly<Record<Language, Messages>> = { 'zh-CN': zhCN, en };

export const messagesOf = (language: Language): Messages => all[language];

/** Each language under its own name, whatever the screen's language is. */
export const languageNames: Readonly<Record<Language, string>> = { 'zh-CN': '简体中文', en: 'English' };
