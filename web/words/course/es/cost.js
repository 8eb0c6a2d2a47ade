export default `
## course-cost: what must wait

course-cost-title = Lo que tiene que esperar
course-cost-question = La longitud de un texto se multiplica por 25. ¿Para qué red se encarece cada símbolo?
course-cost-lead =
    Una LSTM lee un símbolo tras otro; un Transformer los lee todos a la vez. Aquí no se aprende nada: se mide en tu máquina cuánto tardan
    ambas redes en leer un ejemplo de 16 símbolos, y después otros más largos, hasta 400. Lo que cuenta es el tiempo por símbolo.
course-cost-summary = Se mide en tu máquina cuánto tardan una LSTM y un Transformer, de 16 a 400 símbolos. Predice para cuál llega a costar más un símbolo, y mira quién tiene que esperar a quién.
course-cost-thumbnail = Operaciones por símbolo según la longitud de lo leído, ambos ejes en potencias de diez: la línea de la LSTM es plana, la del Transformer se curva hacia arriba.
course-cost-choice_lstm = Para la LSTM
course-cost-reply_lstm =
    La LSTM lee un símbolo tras otro, pero hace el mismo trabajo en cada uno, por muchos que hayan venido antes. Que tenga que esperar es otra
    cosa.
course-cost-choice_transformer = Para el Transformer
course-cost-reply_transformer =
    Sí. El Transformer compara cada símbolo con todos los demás, de modo que un símbolo entre 400 necesita más de cinco veces las operaciones de
    uno entre 16. Las de la LSTM se quedan como están.
course-cost-choice_both = Para ambas
course-cost-reply_both =
    La memoria de la LSTM es de tamaño fijo, y con cada símbolo se cambia del mismo modo: 400 símbolos le cuestan 25 veces lo que 16, y cada uno
    de ellos lo mismo. Solo el Transformer hace más por cada uno.
course-cost-choice_neither = Para ninguna
course-cost-reply_neither =
    Un Transformer sí lo lee todo a la vez, y con una máquina que lo calculara todo al mismo tiempo no esperaría. Pero las operaciones están ahí
    de todos modos, y un procesador como este hace pocas a la vez.
course-cost-reply_unsure =
    Pues míralo: al Transformer un símbolo llega a costarle más que en un texto corto, pues lo compara con todos los demás, y a la LSTM le
    sigue costando lo mismo.
course-cost-why =
    Contado a partir del plan, cada símbolo le cuesta lo mismo a la LSTM, y al Transformer, tanto más cuantos más hay, pues los compara todos con
    todos. Pero los pasos de la LSTM tienen que esperarse unos a otros, uno por símbolo; los del Transformer, solo a la capa de abajo.
course-cost-knob = ¿Qué se cambia en el Transformer?
course-cost-knob_as_it_is = Nada
course-cost-knob_heads = Una cabeza en vez de dos
course-cost-knob_wide = El doble de ancho
course-cost-knob_linear = En su lugar, una suma acumulada (atención lineal)
course-cost-challenge = Cambia el Transformer de modo que un símbolo entre 400 cueste como mucho un 10 % más de operaciones que uno entre 16.
course-cost-challenge_done =
    La atención lineal va acumulando una suma de lo que ha leído, como una RNN lleva una memoria: el mismo trabajo por símbolo con cualquier
    longitud, pero ninguno se puede volver a mirar. Una cabeza compara tanto como dos; con el doble de ancho, el coste de un símbolo sigue
    creciendo a más del triple.
course-cost-transfer =
    Las comparaciones de un Transformer tardan un segundo con un texto. ¿Cuánto tardan con uno del doble de longitud, en la misma máquina, si
    trabaja al mismo ritmo?
course-cost-transfer_twice = Unos dos segundos
course-cost-transfer_reply_twice = El doble de símbolos se comparan, cada uno, con el doble: las comparaciones se multiplican por cuatro.
course-cost-transfer_four = Unos cuatro segundos
course-cost-transfer_reply_four = Sí: el doble de símbolos, cada uno comparado con el doble.
course-cost-transfer_same = Más o menos un segundo, pues lo lee todo a la vez
course-cost-transfer_reply_same =
    «Todo a la vez» dice que ningún símbolo tiene que esperar a otro. En una máquina que trabaja al mismo ritmo, el cuádruple de
    comparaciones tarda el cuádruple.
course-cost-remember =
    La recurrencia se paga con espera, un paso por símbolo; la atención, con trabajo que crece con el cuadrado de la longitud.
course-cost-background_1 =
    W es el trabajo para n símbolos: a por cada símbolo solo, y 4 d operaciones por cada par, donde d es el ancho (productos de consultas y
    claves, y la suma de los valores). Por símbolo, W / n crece con n. Vaswani y otros (2017, tabla 1) ponen las dos una junto a otra: n pasos
    seguidos para la recurrencia, un número constante para la atención, al precio del cuadrado. La atención lineal (Katharopoulos y otros 2020) hace
    bajar el cuadrado otra vez a n; FlashAttention (Dao y otros 2022) deja igual el número de operaciones y ahorra el tráfico con la memoria.
course-cost-background_2 =
    Sea cual sea la máquina, con p procesadores un cálculo tarda al menos su trabajo, T con índice 1, dividido por p, y al menos su cadena más
    larga, T con índice ∞, cuyos pasos necesitan cada uno el anterior. Brent (1974) mostró para expresiones aritméticas hasta qué punto es posible
    acercarse a eso. La imagen cuenta tales cadenas en el plan de cada red: eso es aritmética y no está medido, y lo que haga de ello un procesador gráfico, esta
    página no puede decirlo. Los tiempos difieren entre máquinas y entre ejecuciones; aquí cada uno es la mediana de cinco.
`;
