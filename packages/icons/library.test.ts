import { describe, expect, it } from 'vitest';
import { iconEntries, loadIcon } from './library.node.ts';
import { searchIcons } from './search.ts';

const top = (query: string) => searchIcons(iconEntries(), query, 5).map((icon) => icon.id);

describe('icon library', () => {
  it('holds the cloud vendors and thousands of brands, each with its own id [F205]', () => {
    const count = (set: string) => iconEntries().filter((icon) => icon.set === set).length;
    expect(count('aws')).toBeGreaterThan(750);
    expect(count('azure')).toBeGreaterThanOrEqual(600);
    expect(count('gcp')).toBeGreaterThanOrEqual(200);
    expect(count('brand')).toBeGreaterThanOrEqual(2900);
    expect(new Set(iconEntries().map((icon) => icon.id)).size).toBe(iconEntries().length);
  });

  it('finds icons by partial, misspelt and other names [F206]', () => {
    expect(top('ec2')[0]).toBe('aws:amazon-ec2');
    expect(top('s3')[0]).toBe('aws:amazon-simple-storage-service');
    expect(top('postgre')).toContain('tech:postgresql');
    expect(top('postgres')[0]).toBe('tech:postgresql');
    expect(top('kuberntes')).toContain('tech:kubernetes');
    expect(top('react').some((id) => id.startsWith('brand:react') || id === 'tech:react')).toBe(true);
  });

  it('gives the markup of an icon from every set', async () => {
    for (const set of ['aws', 'azure', 'gcp', 'tech', 'brand']) {
      const icon = iconEntries().find((entry) => entry.set === set);
      expect(await loadIcon(icon?.id ?? '')).toMatch(/^<(\?xml|svg)/);
    }
    expect(await loadIcon('aws:no-such-icon')).toBeUndefined();
  });
});
