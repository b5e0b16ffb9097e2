import { Progress } from '@mantine/core';

interface Props {
  /** Of what this is the progress. */
  readonly label: string;
  /** How far it is in words. */
  readonly words: string;
  /** 0 to 100; undefined when nobody can tell. */
  readonly percent: number | undefined;
}

/** A bar that says in words how far something is. Mantine's own says a percentage whatever it is given, 100 % when nobody can tell. */
export function ProgressBar({ label, words, percent }: Props) {
  const isUnknown = percent === undefined;
  return (
    <Progress.Root
      size="sm"
      role="progressbar"
      aria-label={label}
      aria-valuetext={words}
      {...(!isUnknown && { 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': Math.round(percent) })}
    >
      <Progress.Section value={percent ?? 100} withAria={false} striped={isUnknown} animated={isUnknown} />
    </Progress.Root>
  );
}
