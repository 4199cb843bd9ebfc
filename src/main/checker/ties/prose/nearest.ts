/** Why a figure that no reading of its paragraph yields is only doubted. */
export const NEAREST = '按前后文最近的数核对，可能另有所指';
