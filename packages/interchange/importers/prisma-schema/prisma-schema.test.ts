import { describe, expect, it } from 'vitest';
import { importText } from '../../testing/import-text.ts';

const prisma = (text: string) => importText(text, '.prisma');

describe('relations', () => {
  it('of many to one, optional, and one to one', async () => {
    const { tables, relations } = await prisma(`
model User {
  id Int @id
  posts Post[]
  drafts Post[] @relation("drafts")
  profile Profile?
}
model Post {
  id Int @id
  authorId Int
  author User @relation(fields: [authorId], references: [id])
  drafterId Int?
  drafter User? @relation("drafts", fields: [drafterId], references: [id], onDelete: SetNull)
}
model Profile {
  user User @relation(fields: [userId], references: [id])
  userId Int @unique
}`);
    expect(tables).toEqual({ User: 'id PK', Post: 'id PK, authorId FK, drafterId FK', Profile: 'userId FK UK' });
    expect(relations).toEqual(['User |o..o{ Post : drafter', 'User ||..o{ Post : author', 'User ||..o| Profile : user']);
  });

  it('of many to many without a table between, once each, to oneself too', async () => {
    const { relations } = await prisma(`
model Post { 
  id Int @id
  tags Tag[]
}
model Tag {
  id Int @id
  posts Post[]
}
model User {
  id Int @id
  followers User[] @relation("follows")
  following User[] @relation("follows")
  bossId Int?
  boss User? @relation("line", fields: [bossId], references: [id])
  team User[] @relation("line")
}`);
    expect(relations).toEqual(['Post }o..o{ Tag : tags', 'User |o..o{ User : boss', 'User }o..o{ User : followers']);
  });

  it('over keys of several fields, in a table that joins', async () => {
    const { tables, relations } = await prisma(`
model A {
  x Int
  y Int
  bs B[]
  @@id([x, y])
}
model B {
  x Int
  y Int
  n Int
  a A @relation(fields: [x, y], references: [x, y])
  @@id([
    x,
    y,
    n(sort: Desc)
  ])
  @@unique([n, x])
}`);
    expect(tables).toEqual({ A: 'x PK, y PK', B: 'x PK FK, y PK FK, n PK' });
    expect(relations).toEqual(['A ||--o{ B : a']);
  });

  it('to types that are kept inside a document', async () => {
    const { relations } = await prisma(
      'type Address {\n street String\n}\nmodel User {\n id String @id @db.ObjectId\n home Address?\n all Address[]\n}',
    );
    expect(relations).toEqual(['User ||..o{ Address : all', 'User ||..o| Address : home']);
  });
});

it('keeps enumerations, documentation, names in the database and schemas', async () => {
  const { source } = await prisma(`
/// Who may sign in
model User {
  id    Int    @id /// never reused
  role  Role   @default(ADMIN)
  /// as typed
  name  String @map("full_name") @db.VarChar(40)
  place Unsupported("point")?
  @@map("users")
  @@schema("auth")
}
enum Role {
  ADMIN @map("admin")
  GUEST
}
model Log {
  id Int @id
  @@schema("audit")
}`);
  expect(source).toContain('%% Who may sign in\n        %% Mapped to users\n        User {');
  expect(source).toContain('Int id PK "never reused"');
  expect(source).toContain('Role role "ADMIN | GUEST"');
  expect(source).toContain('String name "as typed, mapped to full_name"');
  expect(source).toContain('point place');
  expect(source).toContain('subgraph auth [auth]');
});

it('tells what is missing or broken by line, and draws the rest', async () => {
  const { tables, warnings } = await prisma(`model A {
  id Int @id
  ??
  lone B?
  away Elsewhere @relation(fields: [awayId], references: [id])
  awayId Int
model B {
  id String @id @default("open)
}`);
  expect(tables).toEqual({ A: 'id PK, awayId', B: 'id PK' });
  expect(warnings.map(({ line }) => line)).toEqual([1, 3, 4, 5, 8]);
});
