const TOTAL_BEFORE = /(?:合计|共计|总计|合共|一共|累计共|共)(?:为|达|有)?$/;
/** A total begins here. */
export const isTotalAt = (text: string, at: number): boolean =>
  TOTAL_BEFORE.test(text.slice(Math.max(0, at - 6), at));

/** 其中2家两类均有，去重后为19家: no part, what is left of all. */
export const isNetAt = (text: string, at: number): boolean =>
  /(?:去重|扣除|剔除|抵[销消]|合并)[^，。；\d]{0,10}后?[^，。；\d]{0,6}$/.test(
    text.slice(Math.max(0, at - 20), at),
  );
