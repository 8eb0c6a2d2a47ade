export default `
## course-rnn: what an RNN is

course-rnn-title = Qué es una RNN
course-rnn-question = ¿Qué red aprende a decir si todos los paréntesis están cerrados?
course-rnn-lead =
    Equilibrados: ninguno se cierra antes de tiempo ni queda abierto. Una red (RNN) los lee de uno en uno y reescribe dieciséis números que lleva
    consigo (su memoria), siempre con los mismos pesos. La otra (una convolución) no lleva nada consigo: ve los nueve últimos.
course-rnn-summary = Los paréntesis de una fila se leen de uno en uno, con una memoria que se lleva consigo, o se juzgan por los nueve últimos a la vez. Predice qué red lo aprende, y mira qué lleva consigo.
course-rnn-thumbnail = Cuántos paréntesis siguen abiertos después de cada uno de una fila, y lo que se lee en dos redes: la línea de la RNN lo sigue, la de la red que ve nueve a la vez, no.
course-rnn-choice_window = La que ve nueve a la vez
course-rnn-reply_window =
    La que ve nueve a la vez ha perdido de vista lo que se abrió antes de ellos, y al final acierta más o menos el 60 % de las filas no vistas. La
    RNN ve un solo paréntesis cada vez, pero lleva consigo lo anterior, y acierta al menos el 99 %.
course-rnn-choice_both = Ambas: un fallo es algo pequeño
course-rnn-reply_both =
    Ambas encuentran un fallo que se ve en los nueve últimos; por eso la convolución es algo mejor que una moneda al aire, con más o menos
    un 60 %. Pero que un paréntesis encaje depende de todo lo anterior, y solo la RNN lo lleva consigo.
course-rnn-choice_rnn = La RNN
course-rnn-reply_rnn =
    Sí. La RNN acierta el 90 % antes del paso 400, y al final al menos el 99 %; la convolución, que no lleva nada consigo, acaba en más o
    menos un 60 %.
course-rnn-choice_neither = Ninguna: nadie les dice que cuenten
course-rnn-reply_neither =
    A ninguna se le dice que cuente, es cierto. La RNN encuentra la manera por sí misma, solo a partir de filas con sus respuestas, en menos de
    400 pasos de entrenamiento.
course-rnn-reply_unsure = Pues míralo: la RNN lo aprende, la que ve nueve paréntesis a la vez no.
course-rnn-why =
    Una mezcla de los dieciséis números de la RNN (una suma con pesos) dice cuántos paréntesis están abiertos: su línea sube con cada «(» y baja con cada
    «)». La que solo ve nueve a la vez no puede saber qué se abrió antes.
course-rnn-knob = ¿Cuántos paréntesis ve la convolución a la vez?
course-rnn-knob_five = Los 5 últimos
course-rnn-knob_nine = Los 9 últimos
course-rnn-knob_all = Los 16
course-rnn-challenge = Elige cuántos ve, de modo que también la convolución acierte al menos el 95 %.
course-rnn-challenge_done =
    Con los dieciséis a la vista no necesita memoria. Pero tiene pesos propios para cada lugar que ve, 3034 en total, y de filas más largas, de
    hasta 24 paréntesis, juzga bien menos del 70 %. La RNN tiene 394 pesos, necesita con ellos unos pasos más, y de esas filas juzga bien al menos
    el 97 %.
course-rnn-transfer =
    Un termómetro se lee una vez por minuto. Con series de una hora, una RNN ha aprendido a decir si en algún momento hizo demasiado calor.
    Ahora tiene que leer un día entero. ¿Qué parte de ella tiene que crecer?
course-rnn-transfer_weights = Sus pesos: un juego para cada minuto
course-rnn-transfer_reply_weights =
    Los pesos son un solo juego, que se usa de nuevo en cada minuto. Una RNN dibujada desplegada solo parece tener muchos, como en el
    ejemplo con cuatro paréntesis.
course-rnn-transfer_memory = Su memoria: un número para cada minuto
course-rnn-transfer_reply_memory =
    La memoria se reescribe en cada minuto y sigue siendo igual de grande. Lo que tiene que guardar es si hasta ahora hizo demasiado calor, no
    cómo fue cada minuto.
course-rnn-transfer_steps = Nada: la misma celda da más pasos
course-rnn-transfer_reply_steps =
    Sí, los mismos pesos, más veces. Que le vaya bien con algo más largo que todo lo que vio al entrenarse hay que comprobarlo: aquí la RNN
    también juzgó filas de hasta 24 paréntesis.
course-rnn-remember =
    Una RNN es una celda con un juego de pesos: en cada paso forma una memoria nueva a partir de lo que lee y de su memoria anterior, y la lleva
    consigo.
course-rnn-background_1 =
    La fórmula es la celda entera. En el paso t lee x, y tiene la memoria h del paso anterior; ambos se multiplican por pesos, W_ih y W_hh, y se
    suman con b; tanh curva cada número hasta que queda entre −1 y 1. Los pesos son lo que encuentra el entrenamiento, y son los mismos en cada t.
    Así la propuso Elman (1990): en vez de extender el tiempo en el espacio, como hace una ventana de los últimos lugares, copió la memoria de
    vuelta a la entrada como contexto. Lo que guarda una memoria se puede leer con una línea recta que se ajusta a ella después, una sonda (Alain
    y Bengio 2016). Que se pueda leer no demuestra que la red lo use.
course-rnn-background_2 =
    Todos los pasos comparten sus pesos, así que el gradiente de estos es una suma: en cada paso, lo que volvió hasta a, la suma dentro de tanh,
    por la memoria con la que se multiplicó W_hh. Para calcularlo se despliega la red, y el error vuelve por todos los pasos, como describieron
    Rumelhart, Hinton y Williams (1986) y, con el nombre de retropropagación a través del tiempo, Werbos (1990). Que una RNN aprenda a contar vale
    para filas como aquellas con las que se entrenó. Sin límite no cuenta: con tanh y números de precisión limitada no puede, mientras que una
    LSTM, o una RNN con ReLU, sí podría (Weiss, Goldberg y Yahav 2018).
course-rnn-worked = Antes, una RNN entera en números: dos unidades, cuatro paréntesis
course-rnn-worked_holds = Nueve pasos con todos los números: por cuatro paréntesis, hasta la respuesta y de vuelta con el error.
course-rnn-worked_title = Una RNN en números, hacia delante y hacia atrás
course-rnn-worked_formulas = Lo que se calcula aquí
course-rnn-worked_memory = memoria { $step }
course-rnn-worked_cell = Paso { $step }:
course-rnn-worked_kind = RNN
course-rnn-worked_returned = vuelve
course-rnn-worked_share = equilibrado
course-rnn-worked_answer = Respues\u00ADta
course-rnn-worked_before = Atrás
course-rnn-worked_next = Siguiente
course-rnn-worked_place = { $at } de { $all }
course-rnn-worked_forth_first =
    El paso { $step } lee «{ $symbol }». Se multiplica por los pesos; la memoria está vacía al principio. Todo se suma, y tanh hace de la
    suma la memoria nueva.
course-rnn-worked_forth_says =
    El paso { $step } lee «{ $symbol }». Lo que lee y la memoria anterior se multiplican por los pesos, los mismos que en cualquier otro
    paso, y se suman; tanh hace de la suma la memoria nueva.
course-rnn-worked_answer_says =
    De la última memoria se lee la respuesta: equilibrado, con { $share }. Lo está; la red está sin entrenar y se equivoca, y su pérdida
    es { $loss }.
course-rnn-worked_back_first =
    Ahora hacia atrás: de la respuesta viene cómo cambia la pérdida con la memoria { $step } (el gradiente). Multiplicado por aquello por lo que
    se multiplicaron sus pesos, es lo que el paso { $step } añade al gradiente de los pesos.
course-rnn-worked_back_says =
    Lo que vuelve a la memoria { $step } pasó por los pesos del paso siguiente, y por la curva de su tanh. El paso { $step } añade su parte
    al gradiente de los mismos pesos.
course-rnn-worked_back_last =
    El paso { $step } añade la última parte. El gradiente de cada peso es ahora la suma de los cuatro pasos, y el entrenamiento lo mueve
    una sola vez por todos ellos.
`;
