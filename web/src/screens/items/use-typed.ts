import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

/** Typing goes on faster than this. */
const TYPING_MS = 300;

/**
 * The text of a field whose value stands elsewhere, in the address: told when typing rests, and taken over from there when it was changed by
 * somebody else, such as a button that clears it.
 */
export function useTyped(
  value: string,
  onRest: (text: string) => void,
): readonly [typed: string, type: (text: string) => void] {
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  const [seen, setSeen] = useState(value);
  const tell = useDebouncedCallback((text: string) => {
    setTold(text);
    onRest(text);
  }, TYPING_MS);
  if (value !== seen) {
    setSeen(value);
    if (value !== told) {
      setTold(value);
      setTyped(value);
    }
  }
  return [
    typed,
    (text) => {
      setTyped(text);
      tell(text);
    },
  ];
}
