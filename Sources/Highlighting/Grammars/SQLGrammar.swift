extension CodeGrammar {
  static let sql = CodeGrammar(
    words: WordTable(
      foldsCase: true,
      [
        (
          .keyword,
          """
          add after all alter always analyze and any as asc attach autoincrement before begin \
          between by cascade case cast check collate column commit concurrently conflict \
          constraint create cross current database declare default deferrable deferred delete desc \
          detach distinct do drop each else elseif end escape except exclude exec execute exists \
          explain fetch filter first following for foreign from full function generated glob go \
          grant group having if ignore ilike immediate in increment index indexed inner insert \
          instead intersect into is isnull join key language last lateral left like limit loop \
          match materialized merge natural next no not nothing notnull null nulls of offset on \
          only or order outer over partition plan pragma preceding primary procedure raise range \
          recursive references regexp release rename replace restrict return returning returns \
          revoke right rollback row rows savepoint schema select sequence set some start table \
          temp temporary then ties to top transaction trigger truncate type unbounded union unique \
          update use using vacuum values view virtual when where while window with within without
          """
        ),
        (
          .type,
          """
          bigint bigserial binary bit blob bool boolean bytea char date datetime dec decimal \
          double float int int2 int4 int8 integer interval json jsonb money nchar numeric nvarchar \
          precision real serial smallint text time timestamp timestamptz tinyint uuid varbinary \
          varchar xml
          """
        ),
        (.builtin, "true false current_date current_time current_timestamp current_user unknown"),
      ]),
    quotes: [
      Quote("'", escapes: .doubled, isMultiline: true),
      Quote("\"", escapes: .doubled, isMultiline: true),
      Quote("`", escapes: .doubled),
    ],
    traits: [.blockCommentsOnly],
    leads: [("/", .slash), ("-", .dashes), ("$", .dollarQuote), (":@", .parameter)])
}
