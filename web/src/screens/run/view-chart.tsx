import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { SimpleGrid, Stack, Text } from '@mantine/core';
import { formatBytes } from '../../lib/time.tsx';
import { t } from './texts.ts';

export interface ViewTotal {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number | null;
}

const ROW_PX = 36;
const AXES_PX = 60;

/** Rows, and where they are known bytes, of each view. The table beside it says the same in figures. */
export default function ViewChart({ views }: { readonly views: readonly ViewTotal[] }) {
  const hasBytes = views.some(({ bytes }) => bytes !== null);
  return (
    <SimpleGrid cols={{ base: 1, md: hasBytes ? 2 : 1 }} aria-hidden>
      <Bars label={t('rowsChart')} of="rows" views={views} format={(value) => value.toLocaleString('en')} />
      {hasBytes && <Bars label={t('bytesChart')} of="bytes" views={views} format={formatBytes} />}
    </SimpleGrid>
  );
}

interface BarsProps {
  readonly label: string;
  readonly of: 'rows' | 'bytes';
  readonly views: readonly ViewTotal[];
  readonly format: (value: number) => string;
}

function Bars({ label, of, views, format }: BarsProps) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <BarChart
        h={views.length * ROW_PX + AXES_PX}
        data={views.map((view) => ({ name: view.name.replaceAll('_', ' '), [of]: view[of] ?? 0 }))}
        dataKey="name"
        orientation="vertical"
        series={[{ name: of, color: 'teal.7', label }]}
        valueFormatter={format}
        yAxisProps={{ width: 130, tick: { fontSize: 11 } }}
        barProps={{ radius: 3, isAnimationActive: false }}
        gridAxis="x"
        tickLine="none"
        tabIndex={-1}
        barChartProps={{ accessibilityLayer: false }}
      />
    </Stack>
  );
}
