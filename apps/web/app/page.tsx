export default function WorkspacePage() {
  return <main>AutoGraph</main>;
}
