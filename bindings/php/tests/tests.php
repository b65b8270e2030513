<?php

declare(strict_types=1);

// The class as PHP sees it. Prints how many tests passed.

use Dteam\Catalog;
use Dteam\Refused;

require __DIR__ . '/../src/Refused.php';
require __DIR__ . '/../src/Catalog.php';

$passed = $failed = 0;

function check(bool $holds, string $what): void
{
    global $passed, $failed;
    $holds ? $passed++ : $failed++;
    if (!$holds) {
        fwrite(STDERR, "FAILED: $what\n");
    }
}

/** The codes of what the work is refused for. */
function codes(callable $work): array
{
    try {
        $work();
    } catch (Refused $refused) {
        return array_column($refused->diagnostics, 'code');
    }
    return [];
}

$village = [
    'municipality' => ['name' => 'Auetal', 'kind' => 'gemeinde', 'population' => 9400],
    'goals' => ['legal_requirements', 'funding', 'efficiency'],
    'data' => ['inventory' => 0],
];
$catalog = Catalog::load();

$advice = $catalog->advise($village, ['date' => '2026-11-22', 'likely' => false]);
check($advice['schema'] === 'dteam.advice/2' && $advice['date'] === '2026-11-22', 'an advice');
check(in_array('data/inventory', array_column($advice['steps'], 'rule'), true), 'a step');
$ofText = $catalog->advise(json_encode($village), ['date' => '2026-11-22', 'likely' => false]);
check($ofText === $advice, 'a text has the same advice');
check($catalog->classify($village)['type'] !== null, 'a type');
check($catalog->explain($village, 'data/inventory')['outcome'] === 'fires', 'a rule');
check($catalog->plan($village, ['start' => '2027-Q1'])['schema'] === 'dteam.plan/1', 'a plan');
check($catalog->questions('en')['language'] === 'en', 'the questions');
check($catalog->answer('schema', ['of' => 'profile'])['type'] === 'object', 'any call');
check($catalog->check([])['schema'] === 'dteam.check/1', 'an empty profile');
check(isset($catalog->answer('version')['packs']), 'no keys at all');

try {
    $catalog->advise("data:\n  inventory: 9\n", ['name' => 'auetal.yaml', 'language' => 'en']);
    check(false, 'a mistake is an exception');
} catch (Refused $refused) {
    [$found] = $refused->diagnostics;
    check($found['file'] === 'auetal.yaml' && $found['line'] === 2, 'where it is');
    check($found['question'] === 'data.inventory', 'which question it is about');
    check(str_contains($refused->getMessage(), $found['message']), 'the message');
}
check(codes(fn () => $catalog->call('advise', '{')) === ['D890'], 'no JSON');
check(codes(fn () => $catalog->call('advise', "{\"profile\": \"\xff\"}")) === ['D002'], 'not UTF-8');
check(codes(fn () => $catalog->call('advice', '{}')) === ['D891'], 'no such call');
check(codes(fn () => $catalog->call('advise', str_repeat('[', 4 * 1024 * 1024))) === ['D890'], 'too deep');
check(codes(fn () => Catalog::load(['own/rules.yaml' => ''])) === ['D896'], 'a stray file');

$folder = __DIR__ . '/../../../examples/studies/ecoles/';
$files = [];
foreach (['survey.yaml', 'typology.yaml', 'benchmarks.yaml', 'reseau/pack.yaml', 'reseau/cases.yaml'] as $path) {
    $files[$path] = file_get_contents($folder . $path);
}
$study = Catalog::load($files);
check($study->advise(file_get_contents($folder . 'profil.yaml'))['language'] === 'fr', 'a study of its own');
unset($study);
check($catalog->classify($village) !== [], 'one catalog is released, the other goes on');

printf("%d passed, %d failed\n", $passed, $failed);
exit($failed === 0 ? 0 : 1);
