// Every experiment stands under one heading, and each heading has words.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {presetGroups} from '../../web/state/preset_groups.js';
import {PRESETS, availablePresets} from '../../web/state/presets.js';
import {say} from '../../web/words/words.js';

const describe = JSON.parse(readFileSync(new URL('../../build/describe.json', import.meta.url), 'utf8'));

test('every experiment that the engine has stands in one group, under words', () => {
  const groups = presetGroups(describe);
  const listed = groups.flatMap(({presets}) => presets.map(({id}) => id)).sort();
  assert.deepEqual(
    listed,
    availablePresets(describe)
      .map(({id}) => id)
      .sort(),
  );
  assert.equal(listed.length, PRESETS.length);
  for (const {id} of groups) assert.doesNotMatch(say(`gallery.group_${id}`), /gallery/);
});

test('what an engine has not is left out, and a heading of which nothing is left with it', () => {
  const less = {...describe, tasks: describe.tasks.filter((/** @type {{kind: string}} */ {kind}) => kind === 'adding')};
  assert.deepEqual(
    presetGroups(less).map(({id, presets}) => [id, presets.map((preset) => preset.id)]),
    [['memory', ['forgets', 'what-came-after']]],
  );
});
