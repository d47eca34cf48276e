'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { MenuLabel, MenuRadioGroup, MenuRadioItem } from '@/components/ui/menu.tsx';
import { isAppearance } from '@/lib/appearance.ts';
import { useTheme } from '@/lib/theme.ts';

/** The choice of light, dark, or what the system says, as part of a menu. */
export function AppearanceItems() {
  const { appearance, setAppearance } = useTheme();
  return (
    <>
      <MenuLabel>Appearance</MenuLabel>
      <MenuRadioGroup
        value={appearance}
        onValueChange={(picked) => {
          if (isAppearance(picked)) setAppearance(picked);
        }}
      >
        <MenuRadioItem value="light" icon={<Sun />}>
          Light
        </MenuRadioItem>
        <MenuRadioItem value="dark" icon={<Moon />}>
          Dark
        </MenuRadioItem>
        <MenuRadioItem value="system" icon={<Monitor />}>
          As the system
        </MenuRadioItem>
      </MenuRadioGroup>
    </>
  );
}
