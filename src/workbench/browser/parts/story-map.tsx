/** Where the story has taken place so far, by what its entries led to. Nothing where no part of it lies on the map. */
import type { Entry, Instant, Treaty, Verdict } from '../../../treaty/index.js';
import { levelName } from '../../../geo/index.js';
import { moveTo } from '../state/exercise.js';
import { valueOf } from '../state/load.js';
import { loadMap, mapLayers } from '../state/map.js';
import { incidents, type Mark } from '../view/incidents.js';
import { MAP_WINDOW } from '../view/map.js';
import { verdictsByEntry } from '../view/record.js';
import { IncidentMap } from './map.js';

interface StoryMapProps { readonly treaty: Treaty; readonly entries: readonly Entry[]; readonly verdicts: readonly Verdict[]; readonly now: Instant }

const { west, east, south, north } = MAP_WINDOW;

export function StoryMap({ treaty, entries, verdicts, now }: StoryMapProps) {
  if (entries.every(({ place }) => place === undefined)) return null;
  loadMap();
  const layers = valueOf(mapLayers.value);
  // An act is marked for what it broke, not for what others failed to do about it.
  const judgements = verdictsByEntry(verdicts.filter(({ reasons }) => reasons.some(({ rule }) => rule === 'violation')));
  const spots = (some: readonly Entry[]) => incidents(some, judgements, (name) => layers?.places[levelName(name)]);
  if (!spots(entries).some(({ longitude, latitude }) => longitude > west && longitude < east && latitude > south && latitude < north)) return null;
  const here = entries.filter(({ occurred }) => occurred.from === now).map(({ id }) => id);
  const when = (mark: Mark | undefined): void => {
    const entry = entries.find(({ id }) => mark?.ids?.includes(id));
    if (entry) moveTo(entry.occurred.from);
  };
  return (
    <section aria-labelledby="where">
      <h2 class="head" id="where">Where it has happened so far</h2>
      <IncidentMap incidents={spots(entries.filter(({ occurred }) => occurred.from <= now))} at={now} zones={treaty.zones.map(({ name }) => name)} lines={treaty.lines} chosen={here} choose={when} />
    </section>
  );
}
