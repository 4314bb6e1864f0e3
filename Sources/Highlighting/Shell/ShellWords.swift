/// The words that mean something where a command may stand.
///
/// `next` tells what follows: a command (`.function`), a variable, or for `case` a string.
enum ShellWords {
  static let table = WordTable([
    (Word(style: .keyword, next: .function), "if then else elif do while until ! time function"),
    (Word(style: .keyword, next: .variable), "for select"),
    (Word(style: .keyword, next: .string), "case"),
    (.keyword, "fi done esac [[ ]] return break continue"),
    (Word(style: .plain, next: .function), "{"),
    (Word(style: .builtin, next: .function), "builtin command doas env exec nohup sudo xargs"),
    (
      .builtin,
      """
      . : [ alias bg bind cd compgen complete declare dirs disown echo enable eval exit export \
      false fc fg getopts hash help history jobs kill let local logout mapfile popd printf pushd \
      pwd read readarray readonly set shift shopt source suspend test times trap true type typeset \
      ulimit umask unalias unset wait
      """
    ),
  ])

  /// The commands whose arguments may be assignments.
  static let declaring = WordTable([
    (.builtin, "alias declare env export local readonly sudo typeset")
  ])
}
