// What is said to somebody who takes part in an exercise.
export default `
## taking: what was done with an exercise, and how it is handed in

taking-name = Your name
taking-take_name = Take this name
taking-name_why = The first weights of your networks and their examples follow from it, so everybody in a class has a race of their own. It stays in this browser until you hand in.
taking-named = { $name }: your race has the seed { $seed }.
taking-name_claimed = It stands in what you hand in, and is sent to nobody by this page.
taking-other_name = Some of your runs were trained with the seed of another name. Whoever checks them will see that.

taking-hint = A hint ({ $at } of { $all })
taking-hints = Hints

taking-questions = Questions
taking-to_questions = To the questions
taking-without = Go on without the rest
taking-answer = Answer
taking-no_number = Write a number, such as 2.5 or 2,5.
taking-given = You answered { $answer }.
taking-right = That is right.
taking-wrong = That is not right.
taking-text_kept = Kept in this browser, and part of what you hand in. Nobody judges it here.
taking-text_here = Kept until this page goes, and part of what you hand in. Nobody judges it here.
taking-text_elsewhere = You wrote something here on another visit. What is typed stays where it was typed: write it again to hand it in.

taking-open = – not yet
taking-reached_in = – yes, in run { $run }
taking-all_reached = All of it is reached.
taking-fast = This race trains in the fast arithmetic, whose results no other computer gives to the bit. Such runs do not count and cannot be handed in.
taking-strict = Train it reproducibly

taking-find_previous_token = Find a head of { $model } that looks at the position before it: with at least { $share } of its attention.
taking-find_prefix_match = Find a head of { $model } that looks at what followed the same symbol before: with at least { $share } of its attention.
taking-find_copy_alignment = Find a head of { $model } that looks at the symbol to be answered: with at least { $share } of its attention.
taking-point = Click a head below, or go there with the arrow keys and press Enter. Then say that it is the one.
taking-point_waits = Heads can be pointed at once the networks have trained and stand still.
taking-pointed = You point at layer { $layer }, head { $head }.
taking-point_this = This is the one
taking-point_right = Yes: layer { $layer }, head { $head } looks there with { $share } of its attention.
taking-point_wrong = Layer { $layer }, head { $head } looks there with { $share } of its attention. That is not enough; look at another.
taking-point_none = Of layer { $layer }, head { $head } this is not measured. Look at another.

taking-hand_in = Hand in
taking-hand_in_what = Save the receipt and hand the file in where your teacher wants it; or copy the code, which says the same in short.
taking-no_run = There is nothing to hand in yet: train the networks first.
taking-save = Save the receipt
taking-saved = Saved as { $name }. Hand this file in.
taking-saved_nameless = Saved as { $name }, without a name. Write yours above and save it again: else nobody knows whose it is.
taking-copy = Copy the code
taking-copied = The code is copied. Paste it where your teacher wants it.
taking-copied_nameless = The code is copied, without a name. Write yours above and copy it again: else nobody knows whose it is.
taking-not_copied = The browser does not allow copying here. The code is selected: copy it by hand.
taking-code = The code
taking-sandboxed = If no file is saved, the page around this frame does not allow it. The code always works.
taking-proved = Whoever has the receipt can train your runs again: steps, scores, weights and goals are proved by that. Your name, your prediction, your answers and the time are only claimed.
taking-sum_prediction = Your prediction
taking-sum_goals = Goals reached
taking-sum_answers = Questions answered
taking-sum_runs = Runs
taking-sum_hints = Hints taken
taking-forget = Forget what I did here
taking-forget_what = Your name, prediction, answers and runs are taken out of this browser. What you have handed in stays handed in.
taking-forget_yes = Forget it
taking-forget_no = Keep it
taking-not_ours = This state is of another exercise, or not whole. Nothing was changed.
taking-of = { $some } of { $all }
`;
