<?php

declare(strict_types=1);

namespace Dteam;

/**
 * Questions, types and rules; loaded once, never changed.
 *
 * A profile is an array of answers by their questions, or the text of a profile in YAML or JSON.
 */
final class Catalog
{
    private static ?\FFI $library = null;

    private function __construct(private int $catalog)
    {
    }

    /**
     * The rules that come with the library, and these files over them, by their paths within a folder of rules.
     *
     * @param array<string, string> $files
     * @throws Refused with every mistake in the files
     */
    public static function load(array $files = [], ?string $language = null): self
    {
        $library = self::library();
        $request = self::request(['files' => (object) $files, 'language' => $language]);
        $refused = $library->new('char*');
        $catalog = $library->dteam_load($request, strlen($request), \FFI::addr($refused));
        if ($catalog === 0) {
            throw new Refused(self::taken($refused));
        }
        return new self($catalog);
    }

    /**
     * The library in this folder, with its header, as `bindings/c/install` puts them there; before the first catalog.
     *
     * Else it is looked for in `DTEAM_PREFIX`, and at last in /usr/local.
     */
    public static function useLibrary(string $prefix): void
    {
        $header = file_get_contents("$prefix/include/dteam.h");
        if ($header === false) {
            throw new \RuntimeException("there is no dteam.h below $prefix");
        }
        // FFI knows the types; what the preprocessor reads it does not.
        $header = preg_replace(['/^#ifdef __cplusplus.*?^#endif.*?$/ms', '/^#.*$/m'], '', $header);
        $shared = PHP_OS_FAMILY === 'Darwin' ? 'libdteam_c.dylib' : 'libdteam_c.so';
        self::$library = \FFI::cdef($header, "$prefix/lib/$shared");
    }

    /**
     * The advice (`dteam.advice/2`). Keys of `$options`: `date`, `language`, `top`, `likely`, `name`.
     *
     * @param array<string, mixed>|string $profile
     * @param array<string, mixed> $options
     * @return array<string, mixed>
     * @throws Refused
     */
    public function advise(array|string $profile, array $options = []): array
    {
        return $this->answer('advise', ['profile' => $profile] + $options);
    }

    /**
     * What is wrong with a profile, and what in it deserves a second look (`dteam.check/1`).
     *
     * @param array<string, mixed>|string $profile
     * @param array<string, mixed> $options
     * @return array<string, mixed>
     */
    public function check(array|string $profile, array $options = []): array
    {
        return $this->answer('check', ['profile' => $profile] + $options);
    }

    /**
     * The type of the municipality, and what it rests on.
     *
     * @param array<string, mixed>|string $profile
     * @param array<string, mixed> $options
     * @return array<string, mixed>
     * @throws Refused
     */
    public function classify(array|string $profile, array $options = []): array
    {
        return $this->answer('classify', ['profile' => $profile] + $options);
    }

    /**
     * Why a rule fires, stays silent or is undecided. Keys of `$options`: `what_if`, `date`, `language`, `name`.
     *
     * @param array<string, mixed>|string $profile
     * @param array<string, mixed> $options
     * @return array<string, mixed>
     * @throws Refused
     */
    public function explain(array|string $profile, string $rule, array $options = []): array
    {
        return $this->answer('explain', ['profile' => $profile, 'rule' => $rule] + $options);
    }

    /**
     * The steps by quarter (`dteam.plan/1`). Keys of `$options`: `start` or `date`, `quarters`, `days`, `per_year`,
     * `blocked`, `done`, `skip`, `fix`, `language`, `name`.
     *
     * @param array<string, mixed>|string $profile
     * @param array<string, mixed> $options
     * @return array<string, mixed>
     * @throws Refused
     */
    public function plan(array|string $profile, array $options = []): array
    {
        return $this->answer('plan', ['profile' => $profile] + $options);
    }

    /**
     * All questions with the answers there are, for a form (`dteam.questions/1`).
     *
     * @return array<string, mixed>
     */
    public function questions(?string $language = null): array
    {
        return $this->answer('questions', ['language' => $language]);
    }

    /**
     * A call by its name, with the keys of its request.
     *
     * @param array<string, mixed> $keys
     * @return array<string, mixed>
     * @throws Refused
     */
    public function answer(string $name, array $keys = []): array
    {
        return json_decode($this->call($name, self::request($keys)), true, 512, JSON_THROW_ON_ERROR);
    }

    /**
     * A call as the engine knows it: JSON in, JSON out.
     *
     * @throws Refused
     */
    public function call(string $name, string $request): string
    {
        $library = self::library();
        $answer = $library->new('char*');
        $isAnswer = $library->dteam_call($this->catalog, $name, $request, strlen($request), \FFI::addr($answer));
        $text = self::taken($answer);
        return $isAnswer ? $text : throw new Refused($text);
    }

    public function __destruct()
    {
        self::library()->dteam_release($this->catalog);
    }

    private function __clone()
    {
    }

    private static function library(): \FFI
    {
        if (self::$library === null) {
            self::useLibrary(getenv('DTEAM_PREFIX') ?: '/usr/local');
        }
        return self::$library;
    }

    /** The text, which the library then frees. */
    private static function taken(\FFI\CData $text): string
    {
        $taken = \FFI::string($text);
        self::library()->dteam_free($text);
        return $taken;
    }

    /** @param array<string, mixed> $keys */
    private static function request(array $keys): string
    {
        foreach (['profile', 'old', 'new', 'fix'] as $object) {
            // PHP has one type for lists and objects: an empty one is meant as an object here.
            if (($keys[$object] ?? null) === []) {
                $keys[$object] = new \stdClass();
            }
        }
        $given = (object) array_filter($keys, static fn ($value) => $value !== null);
        return json_encode($given, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION);
    }
}
