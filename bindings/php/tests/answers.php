<?php

declare(strict_types=1);

// Answers a request for an advice on each line of standard input, for bindings/parity.

require __DIR__ . '/../src/Refused.php';
require __DIR__ . '/../src/Catalog.php';

$catalog = Dteam\Catalog::load();
while (($line = fgets(STDIN)) !== false) {
    try {
        echo $catalog->call('advise', rtrim($line, "\n"));
    } catch (Dteam\Refused $refused) {
        echo $refused->report;
    }
}
