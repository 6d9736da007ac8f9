/** Limits the kernel's parts share. */
/** Later than any tick. */
export const FAR = 0x7fffffff;
/** Steps that the generated run can find; what goes beyond is left to the kernel's own loop. */
export const stepLimit = 1 << 12;
