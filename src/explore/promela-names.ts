/** Words as identifiers that Promela and the C it is turned into both take: each different, and close to the words. */

/** Words of Promela, of C, and lower-case macros of the C that SPIN 6.5 makes; `treaty` is the process. */
const TAKEN = new Set(`active always assert atomic auto bit bool break byte c_code c_decl c_expr c_state c_track case chan char const continue d_proctype d_step default do double else empty enabled end enum eval eventually extern
  false fi float for full get_priority goto hidden if implies in init inline int len local long ltl mtype nempty never next nfull notrace np_ od of pc_value pid printf printm priority proctype provided register restrict return run select
  set_priority short show signed sizeof skip static strong struct stronguntil switch timeout trace true typedef typeof union unless unsigned until void volatile weak weakuntil while xr xs asm
  bfs_do_store cas enter_critical final get16bits get_permuted getframe grab_state iam_alive leave_critical linux max maxseq0 min minseq0 mix now onstack_now onstack_put onstack_zap pptr pthread_equal q_sz qptr rand rot this uchar uint
  ulong unix ushort wasnew treaty more_can_happen`.split(/\s+/));

/** One for each, in order. Words that say nothing beyond what Promela's letters hold are numbered. */
export function identifiers(words: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return words.map((one) => {
    const plain = one.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
    // Macros are written in capitals; the prefixes are those of what lives only within a step.
    const kept = plain === '' || TAKEN.has(plain) || /^(?:\d|was_|in_step_)|^[A-Z][A-Z0-9_]*$|^[A-Z][^_]*$/.test(plain) ? `field_${plain}`.replace(/_$/, '') : plain;
    let name = kept;
    for (let again = 2; used.has(name); again += 1) name = `${kept}_${again}`;
    used.add(name);
    return name;
  });
}
