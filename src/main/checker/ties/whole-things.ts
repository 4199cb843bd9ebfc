import type { Quantity } from '../../../shared/model/quantity';

/** What is counted one by one. */
const WHOLE_THINGS = /^(?:[户家人件笔起例项个名位份条台套张场期宗所部款批封次]|[人户件台]次)$/;
/** Below a hundred: 1,283.5笔 rather lacks its 万. */
const FEW = /^\d{1,2}\./;

/** 1.81件 is so many for each of something, as whole things have no decimals; 25.6万户 has none either. */
export const isPerSomething = ({ unit, precision, value }: Quantity): boolean =>
  precision < 0 && FEW.test(value) && WHOLE_THINGS.test(unit);
