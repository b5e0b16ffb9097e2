import { Grid, Tabs } from '@mantine/core';
import { useState } from 'react';
import { CriteriaRows } from './criteria-rows.tsx';
import type { Attributes } from './model/catalogue.ts';
import { stateOf, withText, type CriteriaState, type SideName } from './model/criteria-state.ts';
import { t } from './texts.ts';
import { TextSide } from './text-side.tsx';

interface CriteriaEditorProps {
  readonly state: CriteriaState;
  readonly attributes: Attributes;
  readonly isChecked: boolean;
  readonly onChange: (state: CriteriaState) => void;
}

const SIDES: readonly SideName[] = ['json', 'words'];

/** Criteria as rows, and beside them as JSON or as text: each says what the other does. */
export function CriteriaEditor({ state, attributes, isChecked, onChange }: CriteriaEditorProps) {
  // Where something is wrong from the start, it is shown.
  const [side, setSide] = useState<SideName>(state.words.problems.length > 0 ? 'words' : 'json');
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <CriteriaRows
          {...{ attributes, isChecked }}
          draft={state.draft}
          onChange={(draft) => {
            onChange(stateOf(draft));
          }}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Tabs
          value={side}
          onChange={(value) => {
            setSide(value === 'words' ? 'words' : 'json');
          }}
          keepMounted={false}
        >
          <Tabs.List aria-label={t('sides')} mb="sm">
            <Tabs.Tab value="json">{t('asJson')}</Tabs.Tab>
            <Tabs.Tab value="words">{t('inWords')}</Tabs.Tab>
          </Tabs.List>
          {SIDES.map((name) => (
            <Tabs.Panel key={name} value={name}>
              <TextSide
                name={name}
                side={state[name]}
                onType={(text) => {
                  onChange(withText(state, { side: name, text }, attributes));
                }}
                onReset={() => {
                  onChange(stateOf(state.draft));
                }}
              />
            </Tabs.Panel>
          ))}
        </Tabs>
      </Grid.Col>
    </Grid>
  );
}
