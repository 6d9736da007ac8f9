/** G(n) for the peers, written for them: Promela for SPIN, Murphi for rumur. The same steps as bench/reference-model.ts, one to one, so that numbers of situations agree. */

const each = (n: number, make: (member: number) => string): string => Array.from({ length: n }, (_, member) => make(member)).join('\n');

/** Holds P1: where the case was declared, at the end all but one at most have assisted. */
export const promela = (n: number): string => `/* phase: 0 quiet, 1 consultation, 2 vote, 3 assistance, 4 over */
byte phase, hours, severity, declared, defaulter, consulted, voted, yes, assisted;
bit c[${n}], a[${n}];
byte v[${n}];
#define over assert(!declared || assisted >= ${n - 1}); phase = 4; hours = 0
active proctype guarantee() {
end: do
  :: d_step { phase == 0 -> severity = 1; phase = 4 }
  :: d_step { phase == 0 -> severity = 2; phase = 1 }
  :: d_step { phase == 1 && hours < 4 && consulted < ${n} -> hours++ }
  :: d_step { phase == 1 && consulted == ${n} -> phase = 2; hours = 0 }
  :: d_step { phase == 2 && hours < 4 && voted < ${n} -> hours++ }
  :: d_step { phase == 2 && voted == ${n} && 3 * yes >= ${2 * n} -> declared = 1; phase = 3; hours = 0 }
  :: d_step { phase == 2 && voted == ${n} && 3 * yes < ${2 * n} -> over }
  :: d_step { phase == 3 && hours < 8 && assisted < ${n} -> hours++ }
  :: d_step { phase == 3 && assisted == ${n} -> over }
${each(n, (g) => `  :: d_step { phase == 1 && !c[${g}] -> c[${g}] = 1; consulted++ }
  :: d_step { phase == 1 && hours == 4 && !c[${g}] && consulted == ${n - 1} -> defaulter = ${g + 1}; phase = 2; hours = 0 }
  :: d_step { phase == 2 && v[${g}] == 0 -> v[${g}] = 1; voted++; yes++ }
  :: d_step { phase == 2 && v[${g}] == 0 -> v[${g}] = 2; voted++ }
  :: d_step { phase == 2 && v[${g}] == 0 -> v[${g}] = 3; voted++ }
  :: d_step { phase == 3 && !a[${g}] -> a[${g}] = 1; assisted++ }
  :: d_step { phase == 3 && hours == 8 && !a[${g}] && assisted == ${n - 1} && (defaulter == 0 || defaulter == ${g + 1}) -> defaulter = ${g + 1}; over }`)}
  od
}
`;

/** `alike`: guarantors are a scalarset, for symmetry reduction. */
export const murphi = (n: number, alike: boolean): string => `type member: ${alike ? `scalarset(${n})` : `1..${n}`};
var phase: 0..4; hours: 0..8; severity: 0..2; declared: boolean;
  consulted: array [member] of boolean; vote: array [member] of 0..3; assisted: array [member] of boolean; bad: array [member] of boolean;
function consultations(): 0..${n}; var k: 0..${n}; begin k := 0; for g: member do if consulted[g] then k := k + 1; end; end; return k; end;
function votes(): 0..${n}; var k: 0..${n}; begin k := 0; for g: member do if vote[g] != 0 then k := k + 1; end; end; return k; end;
function yes(): 0..${n}; var k: 0..${n}; begin k := 0; for g: member do if vote[g] = 1 then k := k + 1; end; end; return k; end;
function helpers(): 0..${n}; var k: 0..${n}; begin k := 0; for g: member do if assisted[g] then k := k + 1; end; end; return k; end;
startstate begin phase := 0; hours := 0; severity := 0; declared := false;
  for g: member do consulted[g] := false; vote[g] := 0; assisted[g] := false; bad[g] := false; end; end;
rule "attack below" phase = 0 ==> begin severity := 1; phase := 4; end;
rule "attack above" phase = 0 ==> begin severity := 2; phase := 1; end;
rule "time, consultation" phase = 1 & hours < 4 & consultations() < ${n} ==> begin hours := hours + 1; end;
rule "to the vote" phase = 1 & consultations() = ${n} ==> begin phase := 2; hours := 0; end;
rule "time, vote" phase = 2 & hours < 4 & votes() < ${n} ==> begin hours := hours + 1; end;
rule "declared" phase = 2 & votes() = ${n} & 3 * yes() >= ${2 * n} ==> begin declared := true; phase := 3; hours := 0; end;
rule "not declared" phase = 2 & votes() = ${n} & 3 * yes() < ${2 * n} ==> begin phase := 4; hours := 0; end;
rule "time, assistance" phase = 3 & hours < 8 & helpers() < ${n} ==> begin hours := hours + 1; end;
rule "done" phase = 3 & helpers() = ${n} ==> begin phase := 4; hours := 0; end;
ruleset g: member do
  rule "consult" phase = 1 & !consulted[g] ==> begin consulted[g] := true; end;
  rule "let consultation pass" phase = 1 & hours = 4 & !consulted[g] & consultations() = ${n - 1} ==> begin bad[g] := true; phase := 2; hours := 0; end;
  rule "assist" phase = 3 & !assisted[g] ==> begin assisted[g] := true; end;
  rule "let assistance pass" phase = 3 & hours = 8 & !assisted[g] & helpers() = ${n - 1} & (bad[g] | forall o: member do !bad[o] end) ==> begin bad[g] := true; phase := 4; hours := 0; end;
end;
ruleset g: member; b: 1..3 do rule "vote" phase = 2 & vote[g] = 0 ==> begin vote[g] := b; end; end;
invariant "P1" phase = 4 & declared -> helpers() >= ${n - 1};
`;
