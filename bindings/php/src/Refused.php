<?php

declare(strict_types=1);

namespace Dteam;

/** A profile, a pack or a request that cannot be used, with everything that is wrong with it. */
final class Refused extends \RuntimeException
{
    /** @var list<array<string, mixed>> Each with `code`, `severity`, `message`, `help`, `question`, `file`, `line`, `column`. */
    public readonly array $diagnostics;

    /** @param string $report What was found, as JSON: `dteam.check/1`. */
    public function __construct(public readonly string $report)
    {
        $this->diagnostics = json_decode($report, true, 512, JSON_THROW_ON_ERROR)['diagnostics'];
        parent::__construct(implode("\n", array_column($this->diagnostics, 'message')));
    }
}
